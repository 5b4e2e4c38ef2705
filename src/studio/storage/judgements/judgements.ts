/**
 * The judgements in memory, synchronized with the disk and with other tabs. This is the only writer. A change is shown
 * immediately. If it cannot be written, it stays pending in order until it can.
 */
import { createStore, type ReadableStore } from "#store/create-store.ts";
import type { Judgement } from "#studio/domain/judging/judgement.ts";
import { type OpenDatabase, reconnecting } from "#studio/storage/database/reconnecting.ts";
import type { TabChannel } from "#studio/storage/database/tab-channel.ts";
import type { JudgementChange, JudgementDatabase } from "./judgement-database.ts";
import {
  type JudgementsEvent,
  type JudgementsState,
  NO_JUDGEMENTS,
  nextJudgements,
  type PendingChange,
} from "./judgements-state.ts";

/** Starts loading with the first subscriber. */
export interface Judgements extends ReadableStore<JudgementsState> {
  /** Resolves once the disk was read or the read failed. */
  load(): Promise<void>;
  /** Shows the change immediately. Resolves to the current judgement once the write succeeded or failed. */
  change(id: string, change: JudgementChange): Promise<Judgement>;
  /** Retries failed reads and writes. */
  tryAgain(): Promise<void>;
}

interface JudgementsOptions {
  openDatabase: OpenDatabase<JudgementDatabase>;
  channel: TabChannel;
}

/** Creates the store of judgements. All side effects go through `options`. */
export function createJudgements({ openDatabase, channel }: JudgementsOptions): Judgements {
  const store = createStore(NO_JUDGEMENTS, () => {
    void load();
    return () => {};
  });
  const withDatabase = reconnecting(openDatabase, (problem) =>
    apply({ type: "replaced", problem }),
  );
  let loading: Promise<void> | undefined;
  let writing: Promise<void> = Promise.resolve();

  function apply(event: JudgementsEvent): void {
    store.set(nextJudgements(store.getState(), event));
  }

  function load(): Promise<void> {
    if (loading === undefined) {
      channel.listen((ids) => void read(ids));
      loading = read();
    }
    return loading;
  }

  /** Reads the judgements with these ids, or all of them. */
  async function read(ids?: readonly string[]): Promise<void> {
    const rows = await withDatabase((database) => database.read(ids));
    if (!rows.ok) apply({ type: "read-failed", problem: rows.problem });
    else apply({ type: "read", judgements: rows.value, isWhole: ids === undefined });
  }

  /** Writes are made one after the other. */
  function write(): Promise<void> {
    writing = writing.then(writePending);
    return writing;
  }

  async function writePending(): Promise<void> {
    const ids = new Set(store.getState().pending.map(({ id }) => id));
    for (const id of ids) await writeRow(id);
    // The disk works again, so repeat the read that failed.
    const { readProblem, unsavedCount } = store.getState();
    if (readProblem !== null && unsavedCount === 0) await read();
  }

  /** Writes all changes of one row together. */
  async function writeRow(id: string): Promise<void> {
    const changes = store.getState().pending.filter((one) => one.id === id);
    const [first, ...later] = changes;
    if (first === undefined) return;
    const all = inOrder(first, later);
    const written = await withDatabase((database) => database.change(id, all));
    if (written.ok) {
      apply({ type: "written", judgement: written.value, changes });
      channel.post([id]);
    } else {
      apply({ type: "write-failed", problem: written.problem, changes });
    }
  }

  return {
    subscribe: store.subscribe,
    getState: store.getState,
    getInitialState: store.getInitialState,
    load,
    async change(id, change) {
      apply({ type: "change", id, change });
      await write();
      return store.getState().byId.get(id) ?? change(undefined);
    },
    tryAgain: write,
  };
}

/** Combines several changes into one. */
function inOrder(first: PendingChange, later: readonly PendingChange[]): JudgementChange {
  return (before) =>
    later.reduce((judgement, { change }) => change(judgement), first.change(before));
}
