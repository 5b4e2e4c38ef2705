/** From what a browser and the proxy say of a clip that will not play, to what a creator is told. */
import type { Problem } from "#contract/problem.ts";
import { failures } from "#messages/player.ts";
import { isGone } from "#studio/domain/clip-keeping.ts";
import { problemWords } from "#studio/domain/problem-words.ts";
import type { VideoFailure } from "#studio/ui/playback/video-failure.ts";

export interface FailureWords {
  title: string;
  detail: string;
}

/** What is known of a clip that does not play. */
interface FailedClip {
  failure: VideoFailure;
  /** What asking for the clip once more gave: null when it came after all, undefined while nobody knows. */
  problem: Problem | null | undefined;
  /** Whether Kirin has said often enough that it no longer has the clip. */
  isExpired: boolean;
  isOnline: boolean;
}

/** The reason to show. */
export function failureWords({ failure, problem, isExpired, isOnline }: FailedClip): FailureWords {
  if (!isOnline) return failures.offline;
  if (failure === "decode") return failures.unreadable;
  if (problem && isGone(problem)) return goneWords(problem, isExpired);
  if (problem) {
    const { title, detail, action } = problemWords(problem);
    return { title, detail: action === null ? detail : `${detail} ${action}` };
  }
  return failure === "network" ? failures.network : failures.unreadable;
}

/** Soon after a generation ends, "gone" can be a storage server that has not caught up. */
function goneWords(problem: Problem, isExpired: boolean): FailureWords {
  if (!isExpired) return failures.unconfirmed;
  const { title, detail } = problemWords(problem);
  return { title, detail };
}
