/** Which creates are under way in which tab: a lock for each, which the browser lets go when its tab is gone. */

const LOCK_PREFIX = "kirin-studio-sending ";

type Locks = Pick<LockManager, "request">;

/** The ids of the creates under way in this page, which other tabs can ask about. */
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
      // Without the lock others look for the task although it is being sent, which does no harm.
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

/** Resolves once no tab is sending that entry any more; never, where that cannot be found out, or `signal` ends it. */
export function senderGone(locks: Locks, id: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    locks.request(LOCK_PREFIX + id, { signal }, () => resolve()).catch(() => {});
  });
}
