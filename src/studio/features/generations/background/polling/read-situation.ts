/** What decides when a task is read, apart from the task itself. */
import type { StudioConfig } from "#contract/config.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { POLL_MIN_MS } from "#studio/domain/polling/poll-delay.ts";
import { createPollPlanner } from "#studio/domain/polling/poll-planner.ts";
import type { GenerationDeps } from "../generation-deps.ts";
import type { ReadSituation } from "./poll-rules.ts";

export interface ReadSituations {
  learn(config: StudioConfig): void;
  /** Infinite until it is known. Without it, a missing task proves nothing. */
  createTimeoutMs(): number;
  /** The situation for reads of this entry. */
  of(entry: LibraryEntry): ReadSituation;
  /** The situation for reads that the creator asks for. */
  now(): Pick<ReadSituation, "nowMs" | "pollMinMs">;
}

/** Creates the situations of one tab. The polling interval and the create timeout come from the proxy. */
export function createReadSituations(
  deps: Pick<GenerationDeps, "library" | "now" | "isHidden">,
): ReadSituations {
  const planner = createPollPlanner();
  let config: StudioConfig | null = null;
  const now = () => ({
    nowMs: deps.now().getTime(),
    pollMinMs: config?.pollMinMs ?? POLL_MIN_MS,
  });
  return {
    learn(learned) {
      config = learned;
    },
    createTimeoutMs: () => config?.createTimeoutMs ?? Number.POSITIVE_INFINITY,
    now,
    of({ request }) {
      const { nowMs, pollMinMs } = now();
      const { entries } = deps.library.getState();
      const upstream = config?.upstream ?? "live";
      return {
        nowMs,
        pollMinMs,
        isHidden: deps.isHidden(),
        plan: () => planner({ request, entries, upstream, minGapSeconds: pollMinMs / 1000 }),
      };
    },
  };
}
