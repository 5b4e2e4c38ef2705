/** What is known of a failure, as labelled values. */
import type { Generation } from "#contract/generation.ts";
import { parseRefusal } from "#kirin/refusal.ts";
import { issues, issueUnknown } from "#messages/compose.ts";
import * as words from "#messages/generations.ts";
import type { LibraryEntry } from "#studio/domain/library-entry.ts";
import type { Fact } from "#studio/ui/facts.tsx";

const ISSUE_WORDS = new Map<string, string>(Object.entries(issues));

/** Code, message and fields of a failure or a refusal; only those that there are. The cost stands with the details. */
export function failureFacts({ phase, problem, generation }: LibraryEntry): Fact[] {
  // Nothing went wrong with it, whatever it waited for before.
  if (phase === "withdrawn") return [];
  const facts: [label: string, value: string | null | undefined][] =
    phase !== "failed"
      ? [
          [words.code, problem?.upstreamCode ?? problem?.code],
          [words.kirinMessage, sentenceIn(problem?.upstreamMessage)],
          ...(problem?.issues ?? []).map(({ field, message }): [string, string] => [
            `${words.field} ${field}`,
            ISSUE_WORDS.get(message) ?? (message || issueUnknown),
          ]),
          [words.requestId, problem?.requestId],
          [words.taskId, generation?.id],
        ]
      : [
          [words.code, codesOf(generation?.error)],
          [words.kirinMessage, sentenceIn(generation?.error?.message)],
          [words.taskId, generation?.id],
        ];
  return facts.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}

/** Kirin's own code, and behind it the business code that it stands around. */
function codesOf(error: Generation["error"] | undefined): string | null {
  const codes = [error?.code, error?.causeCode].filter((code) => code != null);
  return codes.length > 0 ? codes.join(" · ") : null;
}

/** Rows of earlier versions may hold JSON where a sentence should be. */
function sentenceIn(text: string | undefined): string | null {
  return text === undefined ? null : parseRefusal(text).message;
}
