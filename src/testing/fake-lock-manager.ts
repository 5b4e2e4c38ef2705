/** Web Locks for tests: one holder for each name, a queue of requests, and stealing. */

/** A page that requests locks. */
export interface LockClient {
  /** Runs a callback in the page: at once, later, or never if the page is gone. */
  deliver(event: "granted" | "refused" | "stolen", callback: () => void): void;
  /** Called when the page has changed who holds or awaits a lock. */
  onLockChange?(): void;
}

type LockCallback = (lock: Lock | null) => unknown;

interface LockRequest {
  client: LockClient;
  callback: LockCallback;
  resolve: (value: unknown) => void;
  reject: (reason: unknown) => void;
}

interface LockState {
  holder: LockRequest | null;
  queue: LockRequest[];
}

export class FakeLockManager {
  /** Every request fails with this error. */
  fault: Error | null = null;
  readonly #locks = new Map<string, LockState>();

  /** `navigator.locks` as one page sees it. */
  of(client: LockClient): Pick<LockManager, "request"> {
    const request = (name: string, ...rest: [LockCallback] | [LockOptions, LockCallback]) =>
      new Promise((resolve, reject) => {
        if (this.fault) return reject(this.fault);
        const [options, callback] = rest.length === 1 ? [{}, rest[0]] : rest;
        this.#request(this.#stateOf(name), { client, callback, resolve, reject }, options);
      });
    // The platform's type is overloaded; the studio uses these two forms.
    return { request: request as LockManager["request"] };
  }

  /** Releases the locks and the requests of a page that is gone. */
  release(client: LockClient): void {
    for (const lock of this.#locks.values()) {
      lock.queue = lock.queue.filter((request) => request.client !== client);
      if (lock.holder?.client === client) lock.holder = null;
      this.#grantNext(lock);
    }
  }

  #stateOf(name: string): LockState {
    const lock = this.#locks.get(name) ?? { holder: null, queue: [] };
    this.#locks.set(name, lock);
    return lock;
  }

  #request(lock: LockState, request: LockRequest, { signal, steal }: LockOptions): void {
    request.client.onLockChange?.();
    if (signal?.aborted) {
      refuse(request, "refused");
      return;
    }
    signal?.addEventListener("abort", () => {
      if (!lock.queue.includes(request)) return;
      lock.queue = lock.queue.filter((other) => other !== request);
      refuse(request, "refused");
    });
    if (steal) {
      if (lock.holder) refuse(lock.holder, "stolen");
      lock.holder = null;
      lock.queue.unshift(request);
    } else lock.queue.push(request);
    this.#grantNext(lock);
  }

  #grantNext(lock: LockState): void {
    if (lock.holder !== null) return;
    const next = lock.queue.shift();
    if (next === undefined) return;
    lock.holder = next;
    next.client.deliver("granted", () => void this.#hold(lock, next));
  }

  async #hold(lock: LockState, request: LockRequest): Promise<void> {
    // The studio never uses the lock object.
    const value = await request.callback(null);
    if (lock.holder === request) {
      request.client.onLockChange?.();
      lock.holder = null;
      this.#grantNext(lock);
    }
    request.resolve(value);
  }
}

function refuse({ client, reject }: LockRequest, event: "refused" | "stolen"): void {
  client.deliver(event, () => reject(new DOMException("The request was aborted.", "AbortError")));
}
