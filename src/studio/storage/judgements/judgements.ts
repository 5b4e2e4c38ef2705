/**
 * The judgements in memory, synchronized with the disk and with other tabs. This is the only writer. A change is shown
 * immediately. If it cannot be written, it stays pending in order until it can.
 */
import type { Problem } from "#contract/problem.ts";
import type { Judgement } from "#studio/domain/judging/judgement.ts";
import {
  isDroppedConnection,
  storageProblem,
  toStorageProblem,
} from "#studio/storage/database/storage-problem.ts";
import type { LibraryChannel } from "#studio/storage/library/library.ts";
import type { JudgementChange, JudgementDatabase } from "./judgement-database.ts";

/** The state that screens render. Replaced with each change, and otherwise the same object. */
export interface JudgementsSnapshot {
  isLoading: boolean;
  byId: ReadonlyMap<string, Judgement>;
  /** Why judgements could not be read or saved. Null if there is no problem. */
  problem: Problem | null;
  /** Number of changes that are shown but could not be written. */
  unsavedCount: number;
}

export const NO_JUDGEMENTS: JudgementsSnapshot = {
  isLoading: true,
  byId: new Map(),
  problem: null,
  unsavedCount: 0,
};

export interface Judgements {
  /** Starts loading with the first subscriber. Returns a disposer. */
  subscribe(onChange: () => void): () => void;
  getSnapshot(): JudgementsSnapshot;
  /** Resolves once the disk was read or the read failed. */
  load(): Promise<void>;
  /** Shows the change immediately. Resolves to the current judgement once the write succeeded or failed. */
  change(id: string, change: JudgementChange): Promise<Judgement>;
  /** Retries failed reads and writes. */
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

/** Creates the store of judgements. All side effects go through `options`. */
export function createJudgements({ openDatabase, channel }: JudgementsOptions): Judgements {
  const listeners = new Set<() => void>();
  /** The judgements as they are on disk. */
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

  /** Runs `work` on the database. Reconnects once if the browser dropped the connection. */
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

  /** Reads the judgements with these ids, or all of them. */
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

  /**
   * Writes the pending changes row by row. All changes of one row are written together, and failed ones stay pending.
   */
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
    // The disk works again, so repeat the read that failed.
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
