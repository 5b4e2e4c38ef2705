import { useState } from "react";
import type { Problem } from "#contract/problem.ts";
import type { SubmitResult } from "../create-generations.ts";

/** An action on an entry. Some actions have no result. */
export type EntryAction = () => Promise<SubmitResult> | Promise<void>;

/** Runs actions on an entry one at a time, and exposes the running action and the last problem. */
export function useEntryAction<Name extends string>() {
  const [running, setRunning] = useState<Name | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  /** Resolves to the id of the resulting entry, or null if there is none. */
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
