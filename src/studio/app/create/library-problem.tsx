import { lazy, Suspense } from "react";
import type { Problem } from "#contract/problem.ts";

/** Loaded on demand, because the problem texts are large and rarely needed. */
const ProblemLine = lazy(async () => {
  const { problemSummary } = await import("#studio/format/describe-problem.ts");
  return { default: ({ problem }: { problem: Problem }) => problemSummary(problem) };
});

/** Says that the library can't be read or written, so nothing can be saved. */
export function LibraryProblem({ problem }: { problem: Problem }) {
  return (
    <p role="alert" className="self-start bg-danger-soft px-4 py-2 text-13 text-danger">
      <Suspense>
        <ProblemLine problem={problem} />
      </Suspense>
    </p>
  );
}
