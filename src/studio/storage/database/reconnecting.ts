import type { Problem } from "#contract/problem.ts";
import { isDroppedConnection, storageProblem, toStorageProblem } from "./storage-problem.ts";

/** Why a connection is closed: a newer version of the studio took over, or the browser dropped it. */
export type LostReason = "replaced" | "dropped";

export type OpenDatabase<Database> = (onLost: (reason: LostReason) => void) => Promise<Database>;

export type StorageResult<Value> = { ok: true; value: Value } | { ok: false; problem: Problem };

/** Runs `work` on the database. It may run twice, so it must not have side effects outside the database. */
export type WithDatabase<Database> = <Value>(
  work: (database: Database) => Promise<Value>,
) => Promise<StorageResult<Value>>;

/**
 * Shares one connection, which is opened on first use. If the browser has dropped it, the work is repeated once on a
 * new one. After a failed attempt to open, the next use tries again. `onReplaced` is called when a newer version of the
 * studio takes over the database.
 */
export function reconnecting<Database>(
  open: OpenDatabase<Database>,
  onReplaced: (problem: Problem) => void,
): WithDatabase<Database> {
  let current: Promise<Database> | undefined;

  function connect(): Promise<Database> {
    const opening = open((reason) => {
      forget(opening);
      if (reason === "replaced") onReplaced(storageProblem("storage-replaced"));
    });
    opening.catch(() => forget(opening));
    return opening;
  }

  function forget(connection: Promise<Database>): void {
    if (current === connection) current = undefined;
  }

  /** The shared connection. `dropped` is one that is no longer usable. */
  function connection(dropped?: Promise<Database>): Promise<Database> {
    if (current === undefined || current === dropped) current = connect();
    return current;
  }

  return async (work) => {
    try {
      const used = connection();
      const database = await used;
      try {
        return { ok: true, value: await work(database) };
      } catch (fault) {
        if (!isDroppedConnection(fault)) throw fault;
        return { ok: true, value: await work(await connection(used)) };
      }
    } catch (fault) {
      return { ok: false, problem: toStorageProblem(fault) };
    }
  };
}
