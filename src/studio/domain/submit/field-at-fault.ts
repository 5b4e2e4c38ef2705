/** Finds the field of the form that a refused request has to change. */

import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { isPromptRefused } from "#studio/domain/life/retry-rules.ts";
import type { RequestDraft } from "#studio/domain/submit/request-draft.ts";

/** Fields by the names of Kirin's parameters. */
const FIELDS: ReadonlyMap<string, keyof RequestDraft> = new Map([
  ["prompt", "prompt"],
  ["negative_prompt", "negative_prompt"],
  ["mode", "mode"],
  ["sound", "sound"],
  ["aspect_ratio", "aspect_ratio"],
  ["duration", "duration"],
  ["watermark_info", "watermark"],
  ["callback_url", "callback_url"],
  ["external_task_id", "external_task_id"],
]);

/** The field that was reported first, or the first parameter that Kirin's message names. Undefined if unknown. */
export function fieldAtFault(entry: LibraryEntry): keyof RequestDraft | undefined {
  const { problem, generation } = entry;
  const reported = (problem?.issues ?? []).map(({ field }) => field);
  const message = problem?.upstreamMessage ?? generation?.error?.message ?? "";
  const named = message.toLowerCase().match(/[a-z_]+/g) ?? [];
  const known = [...reported, ...named].find((name) => FIELDS.has(name));
  return FIELDS.get(known ?? "") ?? (isPromptRefused(entry) ? "prompt" : undefined);
}
