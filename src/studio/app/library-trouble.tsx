import type { Problem } from "#contract/problem.ts";

/** Says that the library cannot be read or written, and so that nothing can be kept. */
export function LibraryTrouble({ problem }: { problem: Problem }) {
  return (
    <p role="alert" className="self-start bg-danger-soft px-4 py-2 text-13 text-danger">
      {problem.detail}
    </p>
  );
}
