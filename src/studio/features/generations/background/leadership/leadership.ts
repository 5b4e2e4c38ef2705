/**
 * Elects the tab that does the background work. A Web Lock holds the leadership. It only avoids duplicate work: two
 * leaders would both poll, but each request is still sent once. The rules are in `election.ts`.
 */
import type { BackgroundJob } from "../background-job.ts";
import type { GenerationDeps } from "../generation-deps.ts";
import {
  type Effect,
  type Election,
  type ElectionEvent,
  elect,
  type LeaderMessage,
  newFollower,
} from "./election.ts";

const LOCK_NAME = "kirin-studio-leader";

export interface LeadershipDeps extends Pick<GenerationDeps, "now" | "setTimer" | "isHidden"> {
  /** Identifies this tab among the others. */
  tab: string;
  /** The browser's lock manager. Null on an insecure origin, where every tab leads. */
  locks: Pick<LockManager, "request"> | null;
  /** Broadcasts to the other tabs. */
  post: (message: LeaderMessage) => void;
  /** Subscribes to the other tabs. Returns a disposer. */
  listen: (onMessage: (message: LeaderMessage) => void) => () => void;
}

export interface Leadership {
  /** The tab became visible again, or the network is back. */
  returned(): void;
  /** The tab was hidden. */
  left(): void;
  stop(): void;
}

/** Takes part in the election for the lifetime of the tab, and runs the job while this tab leads. */
export function joinElection(deps: LeadershipDeps, startJob: () => BackgroundJob): Leadership {
  let state: Election = newFollower(deps.now().getTime());
  let isStopped = false;
  let job: BackgroundJob | null = null;
  let releaseLock = () => {};
  let cancelTimer = () => {};
  /** Aborts the pending lock request. */
  let request = new AbortController();

  function dispatch(event: ElectionEvent): void {
    if (isStopped) return;
    const { tab, isHidden, now } = deps;
    const transition = elect(state, event, { nowMs: now().getTime(), isHidden: isHidden(), tab });
    state = transition.state;
    for (const effect of transition.effects) run(effect);
  }

  function run(effect: Effect): void {
    if (effect.type === "post") deps.post(effect.message);
    if (effect.type === "steal") request.abort();
    if (effect.type === "notify-returned") job?.returned();
    if (effect.type === "set-timer") {
      cancelTimer();
      cancelTimer = deps.setTimer(() => dispatch({ type: "timer" }), effect.delayMs);
    }
  }

  async function requestLock(manager: Pick<LockManager, "request">): Promise<void> {
    while (!isStopped) {
      request = new AbortController();
      const isStealing = state.role === "follower" && state.isStealing;
      const options = isStealing ? { steal: true } : { signal: request.signal };
      dispatch({ type: "request-lock" });
      try {
        await manager.request(LOCK_NAME, options, lead);
      } catch (fault) {
        stopLeading();
        // An abort means that the lock was stolen, by another tab or by this one. Any other error means that locks
        // don't work.
        if (!isAbort(fault)) await lead();
      }
    }
  }

  /** Leads until stopped or until the lock is stolen. */
  function lead(): Promise<void> {
    return new Promise((resolve) => {
      if (isStopped) return resolve();
      releaseLock = resolve;
      job = startJob();
      dispatch({ type: "elected" });
    });
  }

  function stopLeading(): void {
    cancelTimer();
    job?.stop();
    job = null;
    releaseLock();
  }

  const stopListening = deps.listen((message) => dispatch({ type: "message", message }));
  void (deps.locks === null ? lead() : requestLock(deps.locks));

  return {
    returned: () => dispatch({ type: "returned" }),
    left: () => dispatch({ type: "left" }),
    stop() {
      isStopped = true;
      request.abort();
      stopListening();
      stopLeading();
    },
  };
}

function isAbort(fault: unknown): boolean {
  return fault instanceof Error && fault.name === "AbortError";
}
