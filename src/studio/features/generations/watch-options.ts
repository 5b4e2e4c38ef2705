/** The poll of one entry, as a query. */
import { queryOptions } from "@tanstack/react-query";
import type { Problem } from "#contract/problem.ts";
import type { Upstream } from "#studio/domain/completion-prior.ts";
import { pollDelayMs, recheckDelayMs } from "#studio/domain/poll-delay.ts";
import { createPollPlanner } from "#studio/domain/poll-planner.ts";
import type { GenerationDeps } from "./generation-deps.ts";
import type { Limit } from "./limit.ts";
import { readEntry } from "./read-entry.ts";

/** What one read leaves for the decision when to read next. Kirin's answer itself goes into the library. */
interface WatchState {
  reads: number;
  /** Failing reads since the last that was answered. */
  failures: number;
  problem: Problem | null;
}

interface WatchOptions {
  deps: GenerationDeps;
  limit: Limit;
  createTimeoutMs: number;
  pollMinMs: number;
  upstream: Upstream;
}

const planner = createPollPlanner();

/** Reads an entry again and again. Failures are data and never end it; hidden tabs go on, slower. */
export function watchOptions(
  id: string,
  { deps, limit, createTimeoutMs, pollMinMs, upstream }: WatchOptions,
) {
  return queryOptions<WatchState>({
    queryKey: ["watch", id],
    queryFn: async ({ client, queryKey, signal }) => {
      const before = client.getQueryData<WatchState>(queryKey);
      const problem = await limit(() => readEntry(deps, id, { createTimeoutMs, signal }));
      return {
        reads: (before?.reads ?? 0) + 1,
        failures: problem === null ? 0 : (before?.failures ?? 0) + 1,
        problem,
      };
    },
    networkMode: "always",
    retry: false,
    gcTime: 0,
    staleTime: 0,
    refetchOnWindowFocus: "always",
    refetchOnReconnect: "always",
    refetchIntervalInBackground: true,
    refetchInterval: ({ state: { data } }) => {
      const entry = deps.library.get(id);
      if (entry === undefined || data === undefined) return pollMinMs;
      if (entry.phase === "unknown") return recheckDelayMs(data.reads);
      return pollDelayMs(entry, {
        nowMs: deps.now().getTime(),
        pollMinMs,
        failures: data.failures,
        problem: data.problem,
        isHidden: document.visibilityState === "hidden",
        plan: planner({
          request: entry.request,
          entries: deps.library.getSnapshot().entries,
          upstream,
          minGapSeconds: pollMinMs / 1000,
        }),
      });
    },
  });
}
