/** From what a browser and the proxy say of a clip that will not play, to what a creator is told. */
import type { Problem } from "#contract/problem.ts";
import type { VideoFailure } from "#studio/ui/playback/video-failure.ts";

export type ClipFailureKind =
  | "offline"
  | "network"
  | "expired"
  | "notVideo"
  | "unreadable"
  | "unavailable";

const KIND_BY_CODE: Readonly<Record<string, ClipFailureKind>> = {
  "clip-expired": "expired",
  "clip-not-found": "expired",
  "task-not-found": "expired",
  "clip-not-video": "notVideo",
  "studio-unreachable": "network",
  "studio-timeout": "network",
};

/**
 * The reason to show. `problem` is what asking for the clip once more gave: null when it came after all,
 * undefined while nobody knows.
 */
export function clipFailureKind(
  failure: VideoFailure,
  problem: Problem | null | undefined,
  isOnline: boolean,
): ClipFailureKind {
  if (!isOnline) return "offline";
  if (failure === "decode") return "unreadable";
  if (problem) return KIND_BY_CODE[problem.code] ?? "unavailable";
  if (failure === "network") return "network";
  return problem === null ? "unreadable" : "unavailable";
}
