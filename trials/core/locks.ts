/** Web Locks between the tabs of a trial: one holder, a line of waiters, and stealing. */
import type { Realm } from "./realm.ts";

interface Waiter {
  realm: Realm;
  callback: (lock: Lock | null) => unknown;
  resolve: (value: unknown) => void;
  reject: (reason: unknown) => void;
}

/** One lock; the studio asks for no other. */
export class Locks {
  #holder: Waiter | null = null;
  #line: Waiter[] = [];

  /** The lock manager as one tab sees it. */
  of(realm: Realm): Pick<LockManager, "request"> {
    const request = (
      _name: string,
      options: LockOptions,
      callback: Waiter["callback"],
    ): Promise<unknown> =>
      new Promise((resolve, reject) => {
        this.#ask({ realm, callback, resolve, reject }, options);
      });
    // The platform's type is overloaded; the studio uses this one form.
    return { request: request as LockManager["request"] };
  }

  /** A tab that is gone holds nothing and waits for nothing. */
  forget(realm: Realm): void {
    this.#line = this.#line.filter((waiter) => waiter.realm !== realm);
    if (this.#holder?.realm !== realm) return;
    this.#holder = null;
    this.#grantNext();
  }

  #ask(waiter: Waiter, { signal, steal }: LockOptions): void {
    waiter.realm.touch();
    const giveUp = () => {
      waiter.realm.point("lock refused", 0, () => waiter.reject(aborted()));
    };
    if (signal?.aborted) {
      giveUp();
      return;
    }
    signal?.addEventListener("abort", () => {
      if (!this.#line.includes(waiter)) return;
      this.#line = this.#line.filter((other) => other !== waiter);
      giveUp();
    });
    if (steal) {
      const robbed = this.#holder;
      robbed?.realm.point("lock stolen", 0, () => robbed.reject(aborted()));
      this.#holder = null;
      this.#line.unshift(waiter);
    } else this.#line.push(waiter);
    this.#grantNext();
  }

  #grantNext(): void {
    if (this.#holder !== null) return;
    const next = this.#line.shift();
    if (next === undefined) return;
    this.#holder = next;
    next.realm.point("lock granted", 0, () => void this.#hold(next));
  }

  async #hold(waiter: Waiter): Promise<void> {
    // The studio asks nothing of the lock itself.
    const value = await waiter.callback(null);
    if (this.#holder === waiter) {
      waiter.realm.touch();
      this.#holder = null;
      this.#grantNext();
    }
    waiter.resolve(value);
  }
}

function aborted(): Error {
  return new DOMException("The request was aborted.", "AbortError");
}
