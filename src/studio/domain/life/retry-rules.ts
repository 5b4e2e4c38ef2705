/** Rules that decide whether the same request can be sent again after it ended without a clip. */
import { isPromptRefusal, reportedMeaning } from "#kirin/refusals/prompt-refusal.ts";
import type { LibraryEntry } from "./library-entry.ts";

/** Whether the entry ended without a clip and without a charge: it failed, was refused, or was never sent. */
function endedWithoutClip({ phase, isConflict }: LibraryEntry): boolean {
  if (phase === "refused") return !isConflict;
  return phase === "failed" || phase === "withdrawn";
}

/** Whether Kirin's content check refused the prompt, either at the create or later. */
export function isPromptRefused({ phase, problem, generation }: LibraryEntry): boolean {
  if (phase === "refused") return problem?.code === "upstream-prompt-refused";
  return phase === "failed" && generation?.error != null && isPromptRefusal(generation.error);
}

/** Refusals of the request itself. The same request would be refused again. */
const REQUEST_AT_FAULT: ReadonlySet<string> = new Set([
  "upstream-prompt-refused",
  "upstream-invalid-parameters",
  "invalid-parameters",
  "body-too-large",
]);

/** Whether only another request can succeed: another wording of the prompt, or another setting. */
export function needsAnotherRequest(entry: LibraryEntry): boolean {
  if (isPromptRefused(entry)) return true;
  return entry.phase === "refused" && REQUEST_AT_FAULT.has(entry.problem?.code ?? "");
}

/** Whether Kirin turned down the API key rather than the request. Only another key, or more rights, can help. */
export function isKeyAtFault({ phase, problem, generation }: LibraryEntry): boolean {
  if (phase === "refused") {
    return problem?.code === "upstream-forbidden" || problem?.code === "upstream-unauthorized";
  }
  const meaning =
    phase === "failed" && generation?.error ? reportedMeaning(generation.error) : null;
  return meaning === "permission" || meaning === "key";
}

/** Whether a new entry can retry the request without the risk of a second charge. */
export function canRetry(entry: LibraryEntry): boolean {
  return endedWithoutClip(entry) && !needsAnotherRequest(entry);
}

/** Whether Kirin has a task under the entry's id, or may still get one. */
export function mayHaveTask(entry: LibraryEntry): boolean {
  return entry.phase === "failed" || !endedWithoutClip(entry);
}
