/** Counts what JavaScript does, so that a test can say how work grows without looking at a clock. */
import { Session } from "node:inspector/promises";

/**
 * How often blocks and functions of the project and its dependencies run while `work` does: V8's own coverage counts.
 * Built-in functions count as nothing themselves, and their callbacks as what they are. Regular expressions are not
 * counted: see `tests/regular-expressions.test.ts`.
 */
export async function countOperations(work: () => Promise<unknown>): Promise<number> {
  const session = new Session();
  session.connect();
  try {
    await session.post("Profiler.enable");
    await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
    await work();
    const { result } = await session.post("Profiler.takePreciseCoverage");
    return result
      .filter(({ url }) => url !== "" && !url.startsWith("node:"))
      .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges))
      .reduce((sum, { count }) => sum + count, 0);
  } finally {
    session.disconnect();
  }
}
