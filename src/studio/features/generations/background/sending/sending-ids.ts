/** Tracks which tab has which creates in flight. Each holds a lock, which the browser releases when the tab is gone. */

const LOCK_PREFIX = "kirin-studio-sending ";

type Locks = Pick<LockManager, "request">;

/** Ids of the creates in flight in this page. Other tabs can query them through the locks. */
export class SendingIds extends Set<string> {
  readonly #locks: Locks | null;
  readonly #letGo = new Map<string, () => void>();

  constructor(locks: Locks | null) {
    super();
    this.#locks = locks;
  }

  override add(id: string): this {
    if (!this.has(id) && this.#locks !== null) {
      const held = new Promise<void>((resolve) => this.#letGo.set(id, resolve));
      // Without the lock, other tabs look up the task while it is being sent, which does no harm.
      this.#locks.request(LOCK_PREFIX + id, () => held).catch(() => {});
    }
    return super.add(id);
  }

  override delete(id: string): boolean {
    this.#letGo.get(id)?.();
    this.#letGo.delete(id);
    return super.delete(id);
  }
}

/** Resolves once no tab is sending that entry. Never resolves if locks fail or `signal` aborts. */
export function senderGone(locks: Locks, id: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    locks.request(LOCK_PREFIX + id, { signal }, () => resolve()).catch(() => {});
  });
}
