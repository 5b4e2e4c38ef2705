/** Web Locks between the tabs of a trial: one holder for each name, a line of waiters, and stealing. */
import type { Realm } from "./realm.ts";

type Callback = (lock: Lock | null) => unknown;

interface Waiter {
  realm: Realm;
  callback: Callback;
  resolve: (value: unknown) => void;
  reject: (reason: unknown) => void;
}

/** One lock: who has it, and who wants it. */
interface Place {
  holder: Waiter | null;
  line: Waiter[];
}

export class Locks {
  readonly #places = new Map<string, Place>();

  /** The lock manager as one tab sees it. */
  of(realm: Realm): Pick<LockManager, "request"> {
    const request = (name: string, ...rest: [Callback] | [LockOptions, Callback]) =>
      new Promise((resolve, reject) => {
        const [options, callback] = rest.length === 1 ? [{}, rest[0]] : rest;
        this.#ask(this.#placeOf(name), { realm, callback, resolve, reject }, options);
      });
    // The platform's type is overloaded; the studio uses these two forms.
    return { request: request as LockManager["request"] };
  }

  /** A tab that is gone holds nothing and waits for nothing. */
  forget(realm: Realm): void {
    for (const place of this.#places.values()) {
      place.line = place.line.filter((waiter) => waiter.realm !== realm);
      if (place.holder?.realm === realm) place.holder = null;
      this.#grantNext(place);
    }
  }

  #placeOf(name: string): Place {
    const place = this.#places.get(name) ?? { holder: null, line: [] };
    this.#places.set(name, place);
    return place;
  }

  #ask(place: Place, waiter: Waiter, { signal, steal }: LockOptions): void {
    waiter.realm.touch();
    const giveUp = () => {
      waiter.realm.point("lock refused", 0, () => waiter.reject(aborted()));
    };
    if (signal?.aborted) {
      giveUp();
      return;
    }
    signal?.addEventListener("abort", () => {
      if (!place.line.includes(waiter)) return;
      place.line = place.line.filter((other) => other !== waiter);
      giveUp();
    });
    if (steal) {
      const robbed = place.holder;
      robbed?.realm.point("lock stolen", 0, () => robbed.reject(aborted()));
      place.holder = null;
      place.line.unshift(waiter);
    } else place.line.push(waiter);
    this.#grantNext(place);
  }

  #grantNext(place: Place): void {
    if (place.holder !== null) return;
    const next = place.line.shift();
    if (next === undefined) return;
    place.holder = next;
    next.realm.point("lock granted", 0, () => void this.#hold(place, next));
  }

  async #hold(place: Place, waiter: Waiter): Promise<void> {
    // The studio asks nothing of the lock itself.
    const value = await waiter.callback(null);
    if (place.holder === waiter) {
      waiter.realm.touch();
      place.holder = null;
      this.#grantNext(place);
    }
    waiter.resolve(value);
  }
}

function aborted(): Error {
  return new DOMException("The request was aborted.", "AbortError");
}
