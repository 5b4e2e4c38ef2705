/** What is known of a failure, as labelled values. */
import type { LibraryEntry } from "#studio/domain/library-entry.ts";
import type { Fact } from "#studio/ui/facts.tsx";
import { issues, issueUnknown } from "#words/compose.ts";
import * as words from "#words/generations.ts";

const ISSUE_WORDS = new Map<string, string>(Object.entries(issues));

/** Code, message and fields of a failure or a refusal; only those that there are. The cost stands with the details. */
export function failureFacts({ phase, problem, generation }: LibraryEntry): Fact[] {
  // Nothing went wrong with it, whatever it waited for before.
  if (phase === "withdrawn") return [];
  const facts: [label: string, value: string | null | undefined][] =
    phase !== "failed"
      ? [
          [words.code, problem?.upstreamCode ?? problem?.code],
          [words.kirinMessage, problem?.upstreamMessage],
          ...(problem?.issues ?? []).map(({ field, message }): [string, string] => [
            `${words.field} ${field}`,
            ISSUE_WORDS.get(message) ?? (message || issueUnknown),
          ]),
          [words.requestId, problem?.requestId],
          [words.taskId, generation?.id],
        ]
      : [
          [words.code, generation?.error?.code],
          [words.kirinMessage, generation?.error?.message],
          [words.taskId, generation?.id],
        ];
  return facts.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}
