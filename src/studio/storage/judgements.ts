/**
 * Judgements in memory: what every screen sees, the one writer of what is on the disk, and the same in every tab. What was
 * judged is shown at once; what could not be written stays on the screen, in its order, until it can.
 */
import type { Problem } from "#contract/problem.ts";
import type { Judgement } from "../domain/judgement.ts";
import type { JudgementChange, JudgementDatabase } from "./judgement-database.ts";
import type { LibraryChannel } from "./library.ts";
import { isDroppedConnection, storageProblem, toStorageProblem } from "./storage-problem.ts";

/** What screens see. A new object for every change, the same one until then. */
export interface JudgementsSnapshot {
  isLoading: boolean;
  byId: ReadonlyMap<string, Judgement>;
  /** Why something is not read or not saved; null when all is well. */
  problem: Problem | null;
  /** How many changes are on the screen alone, because they could not be written. */
  unsavedCount: number;
}

export const NO_JUDGEMENTS: JudgementsSnapshot = {
  isLoading: true,
  byId: new Map(),
  problem: null,
  unsavedCount: 0,
};

export interface Judgements {
  /** Starts reading at the first subscriber. */
  subscribe(onChange: () => void): () => void;
  getSnapshot(): JudgementsSnapshot;
  /** Resolves once the disk was read, or could not be. */
  load(): Promise<void>;
  /** Shown at once. Resolves to what is there once it is written, or could not be. */
  change(id: string, change: JudgementChange): Promise<Judgement>;
  /** Reads and writes again what could not be. */
  tryAgain(): Promise<void>;
}

interface JudgementsOptions {
  openDatabase: (onLost: (reason: "replaced" | "dropped") => void) => Promise<JudgementDatabase>;
  channel: LibraryChannel;
}

interface PendingChange {
  id: string;
  change: JudgementChange;
  hasFailed: boolean;
}

/** The judgements over a database; everything it does comes through `options`. */
export function createJudgements({ openDatabase, channel }: JudgementsOptions): Judgements {
  const listeners = new Set<() => void>();
  /** As they are on the disk. */
  const written = new Map<string, Judgement>();
  let pending: readonly PendingChange[] = [];
  let snapshot = NO_JUDGEMENTS;
  let readProblem: Problem | null = null;
  let writeProblem: Problem | null = null;
  let connection: Promise<JudgementDatabase> | undefined;
  let loading: Promise<void> | undefined;
  let writing: Promise<void> = Promise.resolve();

  function show(isLoading = snapshot.isLoading): void {
    const byId = new Map(written);
    for (const { id, change } of pending) byId.set(id, change(byId.get(id)));
    snapshot = {
      isLoading,
      byId,
      problem: writeProblem ?? readProblem,
      unsavedCount: pending.filter(({ hasFailed }) => hasFailed).length,
    };
    for (const listener of listeners) listener();
  }

  function connect(): Promise<JudgementDatabase> {
    const opening = openDatabase((reason) => {
      if (connection === opening) connection = undefined;
      if (reason === "dropped") return;
      readProblem = storageProblem("storage-replaced");
      show();
    });
    opening.catch(() => {
      if (connection === opening) connection = undefined;
    });
    return opening;
  }

  /** Runs `work` on the database; a connection that the browser dropped is opened anew, once. */
  async function withDatabase<Value>(
    work: (database: JudgementDatabase) => Promise<Value>,
  ): Promise<Value> {
    connection ??= connect();
    const database = await connection;
    try {
      return await work(database);
    } catch (fault) {
      if (!isDroppedConnection(fault)) throw fault;
      connection = connect();
      return work(await connection);
    }
  }

  /** Reads these, or all. */
  async function read(ids?: readonly string[]): Promise<void> {
    try {
      const judgements = await withDatabase((database) => database.read(ids));
      for (const judgement of judgements) written.set(judgement.id, judgement);
      if (ids === undefined) readProblem = null;
    } catch (fault) {
      readProblem = toStorageProblem(fault);
    }
    show(false);
  }

  function load(): Promise<void> {
    if (loading === undefined) {
      channel.listen((ids) => void read(ids));
      loading = read();
    }
    return loading;
  }

  /** Writes what is pending, row by row; all that waits for one row goes at once, and what fails waits for the next time. */
  async function writePending(): Promise<void> {
    writeProblem = null;
    for (const [id, last] of new Map(pending.map((one) => [one.id, one]))) {
      const waiting = pending.filter((one) => one.id === id);
      const earlier = waiting.slice(0, -1);
      const all: JudgementChange = (before) =>
        last.change(earlier.reduce((judgement, { change }) => change(judgement), before));
      try {
        written.set(id, await withDatabase((database) => database.change(id, all)));
        pending = pending.filter((one) => !waiting.includes(one));
        channel.post([id]);
      } catch (fault) {
        writeProblem = toStorageProblem(fault);
        pending = pending.map((one) => (waiting.includes(one) ? { ...one, hasFailed: true } : one));
      }
    }
    // The disk answers (again): what could not be read before is read now.
    if (readProblem !== null && writeProblem === null) await read();
    else show();
  }

  function write(): Promise<void> {
    writing = writing.then(writePending);
    return writing;
  }

  return {
    load,
    subscribe(onChange) {
      listeners.add(onChange);
      void load();
      return () => listeners.delete(onChange);
    },
    getSnapshot: () => snapshot,
    async change(id, change) {
      pending = [...pending, { id, change, hasFailed: false }];
      show();
      await write();
      return snapshot.byId.get(id) ?? change(undefined);
    },
    tryAgain: write,
  };
}
