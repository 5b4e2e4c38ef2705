/** Counts what JavaScript does, so that a test can say how work grows without looking at a clock. */
import { Session } from "node:inspector/promises";

export interface OperationCounter {
  /** How often blocks and functions run while `work` does. */
  count(work: () => Promise<unknown>): Promise<number>;
  stop(): void;
}

/**
 * Counts by V8's own coverage. Only modules loaded after the start are counted. Built-in functions do not count, their
 * callbacks do, and regular expressions do not.
 */
export async function startCounting(): Promise<OperationCounter> {
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  /** What was counted since the last call. */
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
