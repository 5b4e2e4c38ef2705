/** Maps the errors of the browser and the proxy about a clip to UI text. */
import type { Problem } from "#contract/problem.ts";
import { failures } from "#messages/player.ts";
import { isGone } from "#studio/domain/life/clip-saving.ts";
import { describeProblem, problemExplanation } from "#studio/format/describe-problem.ts";
import type { VideoFailure } from "#studio/ui/playback/video-failure.ts";

export interface FailureMessage {
  title: string;
  detail: string;
}

/** The facts about a clip that doesn't play. */
interface FailedClip {
  failure: VideoFailure;
  /** Result of requesting the clip again: null if it arrived, undefined while unknown. */
  problem: Problem | null | undefined;
  /** Whether Kirin has reported often enough that the clip is gone. */
  isExpired: boolean;
  isOnline: boolean;
}

/** UI text for the failure. */
export function describeFailure({
  failure,
  problem,
  isExpired,
  isOnline,
}: FailedClip): FailureMessage {
  if (!isOnline) return failures.offline;
  if (failure === "decode") return failures.unreadable;
  if (problem && isGone(problem)) return describeGone(problem, isExpired);
  if (problem) {
    return { title: describeProblem(problem).title, detail: problemExplanation(problem) };
  }
  return failure === "network" ? failures.network : failures.unreadable;
}

/** Soon after a generation ends, "gone" may come from a storage server that is not up to date yet. */
function describeGone(problem: Problem, isExpired: boolean): FailureMessage {
  if (!isExpired) return failures.unconfirmed;
  const { title, detail } = describeProblem(problem);
  return { title, detail };
}
