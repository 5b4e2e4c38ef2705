import { lazy, Suspense } from "react";
import type { Problem } from "#contract/problem.ts";

/** The words for problems are many, and seldom needed: no part of the first load. */
const ProblemLine = lazy(async () => {
  const { problemLine } = await import("#studio/domain/problem-words.ts");
  return { default: ({ problem }: { problem: Problem }) => problemLine(problem) };
});

/** Says that the library cannot be read or written, and so that nothing can be kept. */
export function LibraryTrouble({ problem }: { problem: Problem }) {
  return (
    <p role="alert" className="self-start bg-danger-soft px-4 py-2 text-13 text-danger">
      <Suspense>
        <ProblemLine problem={problem} />
      </Suspense>
    </p>
  );
}
