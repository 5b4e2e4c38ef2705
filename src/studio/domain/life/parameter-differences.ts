/** Compares the task found under an id with the request. */
import type { Generation } from "#contract/generation.ts";
import { type KirinRequest, resolveRequest } from "#kirin/request.ts";
import type { LibraryEntry } from "./library-entry.ts";

/** Kirin does not document how deep the parameters are nested. Its own request nests them three levels deep. */
const SEARCH_DEPTH = 6;
/** How far the two clocks may differ before "created before the click" means anything. */
const CLOCK_TOLERANCE_MS = 5 * 60_000;
const DURATION_TOLERANCE_SECONDS = 1;

/**
 * The parameters in which a task differs from a request, by Kirin's names. Compares the parameters that Kirin repeats,
 * the clip length, and `created_at` if the task is older than the click.
 */
export function parameterDifferences(
  { request, preparedAt }: Pick<LibraryEntry, "request" | "preparedAt">,
  task: Generation,
): string[] {
  const reported = [task.metadata, task.unknownFields];
  const differing = Object.entries(comparable(request))
    .filter(([name, asked]) => {
      const values = reported.flatMap((part) => valuesOf(part, name));
      return values.length > 0 && !values.includes(asked);
    })
    .map(([name]) => name);
  if (!differing.includes("duration") && hasOtherLength(request, task)) differing.push("duration");
  if (isOlderThanClick(preparedAt, task)) differing.push("created_at");
  return differing;
}

/** The requested parameters in the form in which Kirin repeats them. */
function comparable(request: KirinRequest): Record<string, string> {
  const { mode, sound, aspectRatio, durationSeconds, prompt, negativePrompt } =
    resolveRequest(request);
  return {
    prompt,
    negative_prompt: negativePrompt,
    mode,
    sound: sound ? "on" : "off",
    aspect_ratio: aspectRatio,
    duration: String(durationSeconds),
  };
}

/** All strings and numbers under a name, down to `depth` levels. */
function valuesOf(value: unknown, name: string, depth = SEARCH_DEPTH): string[] {
  if (typeof value !== "object" || value === null || depth === 0) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === name && (typeof inner === "string" || typeof inner === "number")
      ? [String(inner)]
      : valuesOf(inner, name, depth - 1),
  );
}

function hasOtherLength(request: KirinRequest, { clips }: Generation): boolean {
  const { durationSeconds: asked } = resolveRequest(request);
  const [clip] = clips;
  if (clip === undefined || clip.durationSeconds === null) return false;
  return Math.abs(clip.durationSeconds - asked) > DURATION_TOLERANCE_SECONDS;
}

function isOlderThanClick(preparedAt: string, { createdAt }: Generation): boolean {
  return createdAt !== null && Date.parse(createdAt) < Date.parse(preparedAt) - CLOCK_TOLERANCE_MS;
}
