/** Tracks which tab has which creates in flight. Each holds a lock, which the browser releases when the tab is gone. */
import { createStore, type ReadableStore } from "#store/create-store.ts";

const LOCK_PREFIX = "kirin-studio-sending ";

type Locks = Pick<LockManager, "request">;

/** Ids of the creates in flight in this page. Other tabs can query them through the locks. */
export interface SendingIds
  extends Pick<ReadableStore<readonly string[]>, "getState" | "subscribe"> {
  has(id: string): boolean;
  /** Returns a disposer, to be called when the create has its response. */
  add(id: string): () => void;
}

/** Creates the ids of this page, without locks if the browser has none. */
export function createSendingIds(locks: Locks | null): SendingIds {
  const ids = createStore<readonly string[]>([]);
  return {
    getState: ids.getState,
    subscribe: ids.subscribe,
    has: (id) => ids.getState().includes(id),
    add(id) {
      let isHeld = true;
      let releaseLock = () => {};
      const held = new Promise<void>((resolve) => {
        releaseLock = resolve;
      });
      // Without the lock, other tabs look up the task while it is being sent, which does no harm.
      locks?.request(LOCK_PREFIX + id, () => held).catch(() => {});
      ids.set([...ids.getState(), id]);
      return () => {
        if (!isHeld) return;
        isHeld = false;
        releaseLock();
        // A later create of the same entry may already be in flight.
        ids.set(ids.getState().toSpliced(ids.getState().indexOf(id), 1));
      };
    },
  };
}

/** Resolves once no tab is sending that entry. Never resolves if locks fail or `signal` aborts. */
export function senderGone(locks: Locks, id: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    locks.request(LOCK_PREFIX + id, { signal }, () => resolve()).catch(() => {});
  });
}
