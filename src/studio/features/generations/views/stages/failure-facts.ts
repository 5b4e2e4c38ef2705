/** The facts of a failure as labelled values. */
import type { Generation } from "#contract/generation.ts";
import { parseRefusal } from "#kirin/refusals/refusal.ts";
import { issues, issueUnknown } from "#messages/compose.ts";
import * as messages from "#messages/generations.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import type { Fact } from "#studio/ui/facts.tsx";

const ISSUE_MESSAGES = new Map<string, string>(Object.entries(issues));

/** Code, message and fields of a failure or a refusal, without empty ones. The details show the cost. */
export function failureFacts({ phase, problem, generation }: LibraryEntry): Fact[] {
  // A cancelled entry has no failure, even if it was held for one before.
  if (phase === "withdrawn") return [];
  const facts: [label: string, value: string | null | undefined][] =
    phase !== "failed"
      ? [
          [messages.code, problem?.upstreamCode ?? problem?.code],
          [messages.kirinMessage, sentenceIn(problem?.upstreamMessage)],
          ...(problem?.issues ?? []).map(({ field, message }): [string, string] => [
            messages.fieldName(field),
            ISSUE_MESSAGES.get(message) ?? (message || issueUnknown),
          ]),
          [messages.requestId, problem?.requestId],
          [messages.taskId, generation?.id],
        ]
      : [
          [messages.code, codesOf(generation?.error)],
          [messages.kirinMessage, sentenceIn(generation?.error?.message)],
          [messages.taskId, generation?.id],
        ];
  return facts.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}

/** Kirin's error code, followed by the business code of the cause. */
function codesOf(error: Generation["error"] | undefined): string | null {
  const codes = [error?.code, error?.causeCode].filter((code) => code != null);
  return codes.length > 0 ? codes.join(" · ") : null;
}

/** Entries saved by earlier versions may contain JSON instead of a sentence. */
function sentenceIn(text: string | undefined): string | null {
  return text === undefined ? null : parseRefusal(text).message;
}
