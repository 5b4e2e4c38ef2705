import { useState } from "react";
import type { Problem } from "#contract/problem.ts";
import type { SubmitResult } from "./actions.ts";

/** What a press does; it may have nothing to say of how it went. */
export type EntryAction = () => Promise<SubmitResult> | Promise<void>;

/** Runs what a press does to an entry, one at a time: which is running, and why the last one could not be done. */
export function useEntryAction<Name extends string>() {
  const [running, setRunning] = useState<Name | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  /** Gives the id of the entry that came of it, or null where there is none. */
  async function run(name: Name, action: EntryAction): Promise<string | null> {
    if (running !== null) return null;
    setRunning(name);
    setProblem(null);
    try {
      const result = await action();
      if (result === undefined) return null;
      setProblem(result.ok ? null : result.problem);
      return result.ok ? (result.ids[0] ?? null) : null;
    } finally {
      setRunning(null);
    }
  }

  return { run, running, problem };
}
