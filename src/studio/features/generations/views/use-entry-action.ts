import { useState } from "react";
import type { Problem } from "#contract/problem.ts";
import type { ChangeResult, SubmitResult } from "../action-result.ts";

/** An action on an entry. */
export type EntryAction = () => Promise<ChangeResult | SubmitResult>;

/** Runs actions on an entry one at a time, and exposes the running action and the last failure. */
export function useEntryAction<Name extends string>() {
  const [running, setRunning] = useState<Name | null>(null);
  const [failure, setFailure] = useState<{ name: Name; problem: Problem } | null>(null);

  /** Resolves to the result, or to null if another action was running. */
  async function run<Result extends ChangeResult | SubmitResult>(
    name: Name,
    action: () => Promise<Result>,
  ): Promise<Result | null> {
    if (running !== null) return null;
    setRunning(name);
    setFailure(null);
    try {
      const result = await action();
      if (result.status === "failed") setFailure({ name, problem: result.problem });
      return result;
    } finally {
      setRunning(null);
    }
  }

  return { run, running, failure };
}
