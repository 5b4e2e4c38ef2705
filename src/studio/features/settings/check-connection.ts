/** Asks the server and Kirin whether requests could be sent now. */
import { readConfig } from "#studio/api/config.ts";
import { readGeneration } from "#studio/api/generation.ts";

/** What a check found. `unclear`: Kirin answered, but not in a way that says whether it accepts the key. */
export type CheckResult =
  | "accepted"
  | "key-refused"
  | "not-permitted"
  | "no-key"
  | "kirin-away"
  | "server-away"
  | "unclear";

/** The id of no task. Reading it is free, and whether it is refused shows whether the key works. */
const NO_TASK_ID = "connection-check";

const RESULT_BY_CODE: ReadonlyMap<string, CheckResult> = new Map([
  ["task-not-found", "accepted"],
  ["upstream-unauthorized", "key-refused"],
  ["upstream-forbidden", "not-permitted"],
  ["missing-key", "no-key"],
  ["upstream-unreachable", "kirin-away"],
  ["studio-unreachable", "server-away"],
  ["studio-timeout", "server-away"],
]);

/** Costs nothing and takes no slot. */
export async function checkConnection(): Promise<CheckResult> {
  const config = await readConfig();
  if (!config.ok) return "server-away";
  if (!config.value.hasKey) return "no-key";
  const task = await readGeneration(NO_TASK_ID);
  return task.ok ? "accepted" : (RESULT_BY_CODE.get(task.problem.code) ?? "unclear");
}
