/** What a trial puts into every page before the studio's own code: the fast clock, and places to die at. */
import { installFastClock } from "./fast-clock.mjs";
import type { FastClock } from "./processes.ts";

/** The address a page asks for when it has come to the place where it is to die. It waits there for the answer. */
export const POINT_PATH = "/trial-point";

/** Source for a page's init script. */
export function pageScript({ originMs, factor }: FastClock): string {
  return `(${installFastClock})(${originMs}, ${factor});\n(${installPoints})(${JSON.stringify(POINT_PATH)});`;
}

/** Lets the page die at the nth of its dealings with disk and network from now on. */
export function armScript(nth: number): string {
  return `globalThis.trialPoints = ${nth};`;
}

/** How many transactions of the page are open. */
export const OPEN_TRANSACTIONS = "globalThis.trialOpen";

/**
 * Counts each writing to IndexedDB, each commit, each request and each answer. At the one that was armed the page stands
 * still, in a request that nobody answers, until it is killed. Refers to nothing outside of itself.
 */
function installPoints(path: string): void {
  const world = globalThis as typeof globalThis & { trialPoints?: number; trialOpen: number };
  world.trialOpen = 0;
  function point(): void {
    if (world.trialPoints === undefined) return;
    world.trialPoints -= 1;
    if (world.trialPoints > 0) return;
    delete world.trialPoints;
    // Synchronous on purpose: not one more line of the page runs.
    const request = new XMLHttpRequest();
    request.open("GET", path, false);
    request.send();
  }
  for (const name of ["add", "put"] as const) {
    const write = IDBObjectStore.prototype[name];
    IDBObjectStore.prototype[name] = function (this: IDBObjectStore, ...args) {
      point();
      return Reflect.apply(write, this, args);
    };
  }
  const transaction = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...args) {
    const opened = Reflect.apply(transaction, this, args);
    if (opened.mode === "readwrite") opened.addEventListener("complete", point);
    world.trialOpen += 1;
    for (const end of ["complete", "abort"]) {
      opened.addEventListener(end, () => {
        world.trialOpen -= 1;
      });
    }
    return opened;
  };
  const ask = globalThis.fetch;
  globalThis.fetch = async (...args) => {
    point();
    const answer = await ask(...args);
    point();
    return answer;
  };
}
