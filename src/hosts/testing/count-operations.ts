/** Counts executed code, to test how work grows without measuring time. */
import { Session } from "node:inspector/promises";

export interface OperationCounter {
  /** Number of executed blocks and functions while `work` runs. */
  count(work: () => Promise<unknown>): Promise<number>;
  stop(): void;
}

/**
 * Counts with V8's precise coverage. Only modules loaded after the start are counted. Built-in functions and
 * regular expressions do not count, but callbacks do.
 */
export async function startCounting(): Promise<OperationCounter> {
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  /** The count since the last call. */
  async function take(): Promise<number> {
    const { result } = await session.post("Profiler.takePreciseCoverage");
    return result
      .filter(({ url }) => url !== "" && !url.startsWith("node:"))
      .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges))
      .reduce((sum, { count }) => sum + count, 0);
  }
  return {
    async count(work) {
      await take();
      await work();
      return take();
    },
    stop: () => session.disconnect(),
  };
}
