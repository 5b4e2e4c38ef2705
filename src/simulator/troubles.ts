/**
 * Failures on demand: words in a prompt that make the simulator misbehave on purpose, so that every kind of
 * trouble can be met through the real interface. The README's table is made from this one.
 */
import {
  BUSINESS_CODES,
  type BusinessCode,
  CONTENT_SAFETY_CODE,
  PARALLEL_LIMIT_CODE,
} from "#kirin/business-codes.ts";
import { ERROR_CODES, HTTP_ERROR_CODE, TASK_CREATION_CODE } from "#kirin/error-codes.ts";

/** Under `error`; as JSON inside a string there; or in `status`, with HTTP 200. */
export type RefusalForm = "nested" | "in-a-string" | "wrapped";

/** A refusal before there is a task. */
export interface RefusalEffect {
  kind: "refuse";
  status: number;
  code: number;
  message: string;
  /** Told in the header, or in the body as `retry_after`. */
  retryAfterSeconds?: number;
  retryAfterIn?: "header" | "body";
  /** Bare unless it is said here or by the prompt. */
  form?: RefusalForm;
  /** Only the first create with this prompt is refused. */
  once?: true;
}

/** What a trouble does. */
export type TroubleEffect =
  | RefusalEffect
  /** The task is made, but the answer to the create tells nothing of it. */
  | { kind: "garble"; answer: "error" | "html" | "half" | "reset" | "silence" }
  | {
      kind: "fail";
      code: string;
      message: string;
      /** The reason stands in `task_status_msg`, and `error` says 0 and SUCCEED. */
      isElsewhere?: true;
    }
  /** How the refusal that the prompt asks for is written down. */
  | { kind: "refusal-form"; form: RefusalForm }
  | { kind: "never-ends" }
  | { kind: "slow-queue" }
  | { kind: "reads-fail" }
  | { kind: "no-clip" }
  | { kind: "clip-gone"; status: 403 | 410 }
  /** The first download of the whole clip; a player asks for ranges. */
  | { kind: "clip-breaks-once" };

export interface Trouble {
  /** What to write into the prompt, in any case. */
  words: string;
  /** What happens then, for people. */
  description: string;
  effect: TroubleEffect;
}

function refusal(words: string, description: string, effect: Omit<RefusalEffect, "kind">): Trouble {
  return { words, description, effect: { kind: "refuse", ...effect } };
}

function garble(
  words: string,
  description: string,
  answer: Extract<TroubleEffect, { kind: "garble" }>["answer"],
): Trouble {
  return { words, description, effect: { kind: "garble", answer } };
}

function businessRefusal({ code, usualHttp, description, meaning }: BusinessCode): Trouble {
  const waits = meaning === "pace" ? ", with retry_after: 3 in the body" : "";
  const words = `The create answers ${usualHttp} with code ${code}${waits}: ${description}.`;
  return refusal(`[[code ${code}]]`, words, {
    status: usualHttp,
    code: Number(code),
    message: `${description} (asked for in the prompt)`,
    ...(meaning === "pace" && { retryAfterSeconds: 3, retryAfterIn: "body" as const }),
  });
}

function refusalForm(words: string, description: string, form: RefusalForm): Trouble {
  return { words, description, effect: { kind: "refusal-form", form } };
}

const CONTENT_REFUSED = "The prompt was refused by content moderation.";

const BUSY = { status: 429, code: 429, message: "Too many requests.", retryAfterSeconds: 2 };

/** Every trouble there is. */
export const TROUBLES: readonly Trouble[] = [
  ...ERROR_CODES.map(
    ({ code, description }): Trouble => ({
      words: `[[fail ${code}]]`,
      description: `The task fails with ${code}, ${description.toLowerCase()}.`,
      effect: { kind: "fail", code, message: `${description} (asked for in the prompt).` },
    }),
  ),
  {
    words: "[[fail moderation]]",
    description: `The task fails with ${TASK_CREATION_CODE} because moderation refuses the prompt.`,
    effect: {
      kind: "fail",
      code: TASK_CREATION_CODE,
      message: CONTENT_REFUSED,
    },
  },
  {
    words: `[[fail ${CONTENT_SAFETY_CODE}]]`,
    description: `The task fails with ${HTTP_ERROR_CODE}; code ${CONTENT_SAFETY_CODE} and the reason are JSON inside its message.`,
    effect: {
      kind: "fail",
      code: HTTP_ERROR_CODE,
      message: JSON.stringify({
        error: { code: Number(CONTENT_SAFETY_CODE), message: CONTENT_REFUSED },
      }),
    },
  },
  {
    words: "[[fail elsewhere]]",
    description:
      "The task fails with code 0 and SUCCEED as its error; the reason is in task_status_msg.",
    effect: {
      kind: "fail",
      code: TASK_CREATION_CODE,
      message: "The renderer lost its input (asked for in the prompt).",
      isElsewhere: true,
    },
  },
  refusal("[[refuse moderation]]", "The create is refused by moderation: HTTP 400, code 1301.", {
    status: 400,
    code: Number(CONTENT_SAFETY_CODE),
    message: CONTENT_REFUSED,
  }),
  {
    words: "[[never ends]]",
    description: "The task stays in progress for ever, its progress stands still.",
    effect: { kind: "never-ends" },
  },
  {
    words: "[[slow queue]]",
    description: "The task waits 30 s in the queue (at speed 1).",
    effect: { kind: "slow-queue" },
  },
  {
    words: "[[reads fail]]",
    description: "Reading the task answers 503 until it has ended.",
    effect: { kind: "reads-fail" },
  },
  {
    words: "[[no clip]]",
    description: "The task completes, and is charged, without any output.",
    effect: { kind: "no-clip" },
  },
  {
    words: "[[clip expired]]",
    description: "The task completes, but its clip's URL answers 410.",
    effect: { kind: "clip-gone", status: 410 },
  },
  {
    words: "[[clip forbidden]]",
    description: "The task completes, but its clip's URL answers 403.",
    effect: { kind: "clip-gone", status: 403 },
  },
  {
    words: "[[clip breaks once]]",
    description: "The first download of the whole clip breaks off half-way; its ranges come.",
    effect: { kind: "clip-breaks-once" },
  },
  refusal("[[http 401]]", "The create answers 401: the key is refused.", {
    status: 401,
    code: 401,
    message: "The API key is invalid.",
  }),
  refusal("[[http 402]]", "The create answers 402: the balance is too low.", {
    status: 402,
    code: 402,
    message: "The account balance is too low.",
  }),
  refusal("[[wrapped 402]]", "The same refusal in the wrapped form, with HTTP 200.", {
    status: 402,
    code: 402,
    message: "The account balance is too low.",
    form: "wrapped",
  }),
  refusal("[[http 403]]", "The create answers 403: not permitted.", {
    status: 403,
    code: 403,
    message: "This key may not use this model.",
  }),
  refusal("[[http 429]]", "The create answers 429 with Retry-After: 2.", BUSY),
  refusal("[[http 429 once]]", "The same, but only the first time for one prompt and key.", {
    ...BUSY,
    once: true,
  }),
  refusal("[[http 1303]]", "The create answers 429 with code 1303: all parallel slots in use.", {
    status: 429,
    code: Number(PARALLEL_LIMIT_CODE),
    message: "parallel task over resource pack limit",
  }),
  ...BUSINESS_CODES.map(businessRefusal),
  refusalForm("[[nested]]", "A refusal of this table has its code and words in error.", "nested"),
  refusalForm(
    "[[in a string]]",
    "A refusal of this table has its code and words as JSON in a string in error.",
    "in-a-string",
  ),
  refusalForm(
    "[[wrapped]]",
    "A refusal of this table comes in the wrapped form, with HTTP 200.",
    "wrapped",
  ),
  refusal("[[http 500]]", "The create answers 500, and no task was made.", {
    status: 500,
    code: 500,
    message: "Internal server error.",
  }),
  garble("[[http 500 created]]", "The task is made, but the create answers 500.", "error"),
  garble("[[http html]]", "The task is made, but the create answers an HTML page.", "html"),
  garble("[[http half]]", "The task is made, but the create answers half a JSON text.", "half"),
  garble("[[http reset]]", "The task is made, but the connection breaks off.", "reset"),
  garble("[[http timeout]]", "The task is made, but the create never answers.", "silence"),
];

/** The effects a prompt asks for, in the table's order. */
export function troublesIn(prompt: string): TroubleEffect[] {
  const text = prompt.toLowerCase();
  return TROUBLES.filter(({ words }) => text.includes(words)).map(({ effect }) => effect);
}

/** The first effect of one kind that a prompt asks for. */
export function troubleIn<K extends TroubleEffect["kind"]>(
  prompt: string,
  kind: K,
): Extract<TroubleEffect, { kind: K }> | undefined {
  return troublesIn(prompt).find(
    (effect): effect is Extract<TroubleEffect, { kind: K }> => effect.kind === kind,
  );
}
