/**
 * Fault injection: tags in a prompt make the simulator fail on purpose, so that every failure can be tried
 * through the real API. The README's table is generated from this one.
 */
import {
  BUSINESS_CODES,
  type BusinessCode,
  CONTENT_SAFETY_CODE,
  PARALLEL_LIMIT_CODE,
} from "#kirin/refusals/business-codes.ts";
import { ERROR_CODES, HTTP_ERROR_CODE, TASK_CREATION_CODE } from "#kirin/refusals/error-codes.ts";

/** Where a refusal is: under `error`, as a JSON string in `error`, or in `status` with HTTP 200. */
export type RefusalForm = "nested" | "in-a-string" | "wrapped";

/** Refuses the create before a task exists. */
export interface RefusalEffect {
  kind: "refuse";
  status: number;
  code: number;
  message: string;
  /** Sent as a header, or in the body as `retry_after`. */
  retryAfterSeconds?: number;
  retryAfterIn?: "header" | "body";
  /** Defaults to the bare form; the prompt can choose another. */
  form?: RefusalForm;
  /** Refuse only the first create with this prompt. */
  once?: true;
}

/** The effect of a fault. */
export type FaultEffect =
  | RefusalEffect
  /** The task is created, but the response does not contain it. */
  | { kind: "garble"; answer: "error" | "html" | "half" | "reset" | "silence" }
  | {
      kind: "fail";
      code: string;
      message: string;
      /** The reason is in `task_status_msg`, while `error` has code 0 and SUCCEED. */
      isElsewhere?: true;
    }
  /** The form of the refusal that the prompt asks for. */
  | { kind: "refusal-form"; form: RefusalForm }
  | { kind: "never-ends" }
  | { kind: "slow-queue" }
  | { kind: "reads-fail" }
  | { kind: "no-clip" }
  | { kind: "clip-gone"; status: 403 | 410 }
  /** Interrupts the first full download of the clip. Range requests still work. */
  | { kind: "clip-breaks-once" };

export interface InjectedFault {
  /** The tag in the prompt, matched case-insensitively. */
  tag: string;
  /** What happens, for the README. */
  description: string;
  effect: FaultEffect;
}

function refusal(
  tag: string,
  description: string,
  effect: Omit<RefusalEffect, "kind">,
): InjectedFault {
  return { tag, description, effect: { kind: "refuse", ...effect } };
}

function garble(
  tag: string,
  description: string,
  answer: Extract<FaultEffect, { kind: "garble" }>["answer"],
): InjectedFault {
  return { tag, description, effect: { kind: "garble", answer } };
}

function businessRefusal({ code, usualHttp, description, meaning }: BusinessCode): InjectedFault {
  const waits = meaning === "pace" ? ", with retry_after: 3 in the body" : "";
  const summary = `The create answers ${usualHttp} with code ${code}${waits}: ${description}.`;
  return refusal(`[[code ${code}]]`, summary, {
    status: usualHttp,
    code: Number(code),
    message: `${description} (asked for in the prompt)`,
    ...(meaning === "pace" && { retryAfterSeconds: 3, retryAfterIn: "body" as const }),
  });
}

function refusalForm(tag: string, description: string, form: RefusalForm): InjectedFault {
  return { tag, description, effect: { kind: "refusal-form", form } };
}

const CONTENT_REFUSED = "The prompt was refused by content moderation.";

const BUSY = { status: 429, code: 429, message: "Too many requests.", retryAfterSeconds: 2 };

export const FAULTS: readonly InjectedFault[] = [
  ...ERROR_CODES.map(
    ({ code, description }): InjectedFault => ({
      tag: `[[fail ${code}]]`,
      description: `The task fails with ${code}, ${description.toLowerCase()}.`,
      effect: { kind: "fail", code, message: `${description} (asked for in the prompt).` },
    }),
  ),
  {
    tag: "[[fail moderation]]",
    description: `The task fails with ${TASK_CREATION_CODE} because moderation refuses the prompt.`,
    effect: {
      kind: "fail",
      code: TASK_CREATION_CODE,
      message: CONTENT_REFUSED,
    },
  },
  {
    tag: `[[fail ${CONTENT_SAFETY_CODE}]]`,
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
    tag: "[[fail elsewhere]]",
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
    tag: "[[never ends]]",
    description: "The task stays in progress forever and its progress stops.",
    effect: { kind: "never-ends" },
  },
  {
    tag: "[[slow queue]]",
    description: "The task waits 30 s in the queue (at speed 1).",
    effect: { kind: "slow-queue" },
  },
  {
    tag: "[[reads fail]]",
    description: "Reading the task answers 503 until it has ended.",
    effect: { kind: "reads-fail" },
  },
  {
    tag: "[[no clip]]",
    description: "The task completes, and is charged, without any output.",
    effect: { kind: "no-clip" },
  },
  {
    tag: "[[clip expired]]",
    description: "The task completes, but its clip's URL answers 410.",
    effect: { kind: "clip-gone", status: 410 },
  },
  {
    tag: "[[clip forbidden]]",
    description: "The task completes, but its clip's URL answers 403.",
    effect: { kind: "clip-gone", status: 403 },
  },
  {
    tag: "[[clip breaks once]]",
    description: "The first download of the whole clip is cut off half-way; range requests work.",
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
  refusalForm("[[nested]]", "A refusal of this table has its code and message in error.", "nested"),
  refusalForm(
    "[[in a string]]",
    "A refusal of this table has its code and message as JSON in a string in error.",
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
  garble("[[http half]]", "The task is made, but the create answers truncated JSON.", "half"),
  garble("[[http reset]]", "The task is made, but the connection is reset.", "reset"),
  garble("[[http timeout]]", "The task is made, but the create never answers.", "silence"),
];

/** The effects that a prompt asks for, in table order. */
export function faultsIn(prompt: string): FaultEffect[] {
  const text = prompt.toLowerCase();
  return FAULTS.filter(({ tag }) => text.includes(tag)).map(({ effect }) => effect);
}

/** The first effect of a kind that a prompt asks for. */
export function faultIn<K extends FaultEffect["kind"]>(
  prompt: string,
  kind: K,
): Extract<FaultEffect, { kind: K }> | undefined {
  return faultsIn(prompt).find(
    (effect): effect is Extract<FaultEffect, { kind: K }> => effect.kind === kind,
  );
}
