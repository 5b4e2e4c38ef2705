/** The model list and spec, built from one table of Kirin's parameters. */
import { CREATE_PATH } from "#kirin/endpoints.ts";
import {
  ASPECT_RATIOS,
  DEFAULTS,
  DURATIONS,
  EXTERNAL_TASK_ID_MAX_CHARACTERS,
  MODEL_ID,
  MODES,
  PROMPT_MAX_CHARACTERS,
  SOUNDS,
} from "#kirin/parameters.ts";

export interface SpecParameter {
  name: string;
  /** Path of the value in the create body. */
  path: string;
  type: "string" | "boolean" | "object";
  required: boolean;
  description: string;
  constraints?: {
    enum?: readonly string[];
    default?: string | boolean;
    min_length?: number;
    max_length?: number;
  };
  children?: SpecParameter[];
}

const PARAMS_PATH = "input[0].params";

function text(
  name: string,
  description: string,
  constraints: NonNullable<SpecParameter["constraints"]>,
): SpecParameter {
  return {
    name,
    path: `${PARAMS_PATH}.${name}`,
    type: "string",
    required: false,
    description,
    constraints,
  };
}

export const SPEC_PARAMETERS: readonly SpecParameter[] = [
  {
    ...text("prompt", "What the clip shows.", {
      min_length: 1,
      max_length: PROMPT_MAX_CHARACTERS,
    }),
    required: true,
  },
  text("negative_prompt", "What the clip must not show.", {
    min_length: 0,
    max_length: PROMPT_MAX_CHARACTERS,
  }),
  text("mode", "std costs less; pro takes longer and looks better.", {
    enum: MODES,
    default: DEFAULTS.mode,
  }),
  text("sound", "Whether the clip has sound. Only with mode pro.", {
    enum: SOUNDS,
    default: DEFAULTS.sound,
  }),
  text("aspect_ratio", "Width to height.", { enum: ASPECT_RATIOS, default: DEFAULTS.aspectRatio }),
  text("duration", "Seconds, as a string.", { enum: DURATIONS, default: DEFAULTS.duration }),
  {
    name: "watermark_info",
    path: `${PARAMS_PATH}.watermark_info`,
    type: "object",
    required: false,
    description: "Whether the clip is watermarked.",
    children: [
      {
        name: "enabled",
        path: `${PARAMS_PATH}.watermark_info.enabled`,
        type: "boolean",
        required: false,
        description: "true for a watermark, false for none.",
        constraints: { default: DEFAULTS.watermark },
      },
    ],
  },
  text("callback_url", "Absolute http or https URL that receives every status change.", {}),
  text("external_task_id", "Your own id for the task. Must be unique among your tasks.", {
    max_length: EXTERNAL_TASK_ID_MAX_CHARACTERS,
  }),
];

const MODEL = {
  id: MODEL_ID,
  name: "Kirin V2.6 - Text to Video",
  type: "video",
  description: "Makes a video clip from a prompt, with sound in pro mode.",
  input_modalities: ["text"],
  output_modalities: ["video"],
} as const;

export interface ModelQuery {
  page: number;
  pageSize: number;
  type: string;
  keywords: string;
}

/** One page of the models that match a query. There is only one model. */
export function modelList({ page, pageSize, type, keywords }: ModelQuery) {
  const words = keywords.toLowerCase().split(/\s+/).filter(Boolean);
  const haystack = `${MODEL.id} ${MODEL.name} ${MODEL.description}`.toLowerCase();
  const isListed = (type === "" || type === MODEL.type) && words.every((w) => haystack.includes(w));
  const found = isListed ? [MODEL] : [];
  return {
    models: found.slice((page - 1) * pageSize, page * pageSize),
    total: found.length,
    page,
    page_size: pageSize,
    total_pages: Math.ceil(found.length / pageSize),
  };
}

/** The spec of a model, with URLs under `baseUrl`, or null when there is no such model. */
export function modelSpec(id: string, baseUrl: string) {
  if (id !== MODEL_ID) return null;
  const endpoint = `${baseUrl}${CREATE_PATH}`;
  return {
    model_id: MODEL_ID,
    name: MODEL.name,
    vendor: "kirin",
    type: MODEL.type,
    api: {
      endpoint,
      method: "POST",
      headers: { Authorization: "Bearer {{API_KEY}}", "Content-Type": "application/json" },
    },
    parameters: SPEC_PARAMETERS,
    agent_prompt: [
      `Create: POST ${endpoint} with {"model": "${MODEL_ID}", "input": [{"params": {…}}]}.`,
      `Then read ${endpoint}/task/{id} until status is completed or failed; the clip's URL is output[].content[].url.`,
    ].join("\n"),
  };
}
