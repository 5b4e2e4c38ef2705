/** From what a browser and the proxy say of a clip that will not play, to what a creator is told. */
import type { Problem } from "#contract/problem.ts";
import { problemWords } from "#studio/domain/problem-words.ts";
import type { VideoFailure } from "#studio/ui/playback/video-failure.ts";
import { failures } from "#words/player.ts";

export interface FailureWords {
  title: string;
  detail: string;
}

/**
 * The reason to show. `problem` is what asking for the clip once more gave: null when it came after all,
 * undefined while nobody knows.
 */
export function failureWords(
  failure: VideoFailure,
  problem: Problem | null | undefined,
  isOnline: boolean,
): FailureWords {
  if (!isOnline) return failures.offline;
  if (failure === "decode") return failures.unreadable;
  if (problem) {
    const { title, detail, action } = problemWords(problem);
    return { title, detail: action === null ? detail : `${detail} ${action}` };
  }
  return failure === "network" ? failures.network : failures.unreadable;
}
