/**
 * Failures on demand: words in a prompt that make the simulator misbehave on purpose, so that every kind of
 * trouble can be met through the real interface. The README's table is made from this one.
 */
import { ERROR_CODES, PARALLEL_LIMIT_CODE, TASK_CREATION_CODE } from "#kirin/error-codes.ts";

/** What the underlying service says when every slot is in use. */
export const PARALLEL_LIMIT_WORDS = "parallel task over resource pack limit";

/** A refusal before there is a task. */
export interface RefusalEffect {
  kind: "refuse";
  status: number;
  code: number;
  message: string;
  retryAfterSeconds?: number;
  /** In the wrapped form, with HTTP 200. */
  wrapped?: true;
  /** Only the first create with this prompt is refused. */
  once?: true;
}

/** What a trouble does. */
export type TroubleEffect =
  | RefusalEffect
  /** The task is made, but the answer to the create tells nothing of it. */
  | { kind: "garble"; answer: "error" | "html" | "half" | "reset" | "silence" }
  | { kind: "fail"; code: string; message: string }
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
      message: "The prompt was refused by content moderation.",
    },
  },
  refusal("[[refuse moderation]]", "The create is refused by moderation: HTTP 400, code 1301.", {
    status: 400,
    code: 1301,
    message: "The prompt was refused by content moderation.",
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
    wrapped: true,
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
    message: PARALLEL_LIMIT_WORDS,
  }),
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
