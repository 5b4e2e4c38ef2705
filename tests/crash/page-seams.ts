/** What a trial puts into every page before the studio's own code: the fast clock, places to die at, and a witness. */
import { installFastClock } from "./fast-clock.mjs";
import type { FastClock } from "./processes.ts";
import { ROWS_STORE, type Row, rowOf, type StoredRow } from "./rows.ts";

/** The address a page asks for when it has come to the place where it is to die. It waits there for the answer. */
export const POINT_PATH = "/trial-point";

/** The function that a page tells of what it has written, as JSON: rows that are on the disk by then. */
export const WITNESS = "trialWitness";

/** Source for a page's init script. */
export function pageScript({ originMs, factor }: FastClock): string {
  return `(${installFastClock})(${originMs}, ${factor});\n(${installWitness})(${JSON.stringify({ store: ROWS_STORE, witness: WITNESS })}, ${rowOf});\n(${installPoints})(${JSON.stringify(POINT_PATH)});\n(${installArrivals})(${JSON.stringify(ARRIVALS)});`;
}

/** Lets the page die at the nth of its dealings with disk and network from now on. */
export function armScript(nth: number): string {
  return `globalThis.trialPoints = ${nth};`;
}

/** The function that a page tells of each press that reached it, as JSON: an {@link Arrival}. */
export const ARRIVALS = "trialArrivals";

/** A press of one of the form's buttons, as the page got it. Times by the creator's clock, in milliseconds since 1970. */
export interface Arrival {
  prompt: string;
  atMs: number;
  /** When the page was loaded: a click meant for one page can reach the one that was loaded in its place. */
  pageLoadedAtMs: number;
}

/** How many transactions of the page are open. */
export const OPEN_TRANSACTIONS = "globalThis.trialOpen";

/**
 * Tells of every row that the page has written, as soon as it is on the disk and before the page can die of it: who looks
 * from time to time misses what stood there in between. Refers to nothing outside of itself.
 */
function installWitness(
  { store, witness }: { store: string; witness: string },
  toRow: typeof rowOf,
): void {
  const world: Record<string, unknown> = Object(globalThis);
  const written = new WeakMap<IDBTransaction, Row[]>();
  function rowsOf(transaction: IDBTransaction): Row[] {
    const known = written.get(transaction);
    if (known !== undefined) return known;
    const rows: Row[] = [];
    written.set(transaction, rows);
    transaction.addEventListener("complete", () => {
      const tell = world[witness];
      if (typeof tell === "function") tell(JSON.stringify(rows));
    });
    return rows;
  }
  for (const name of ["add", "put"] as const) {
    const write = IDBObjectStore.prototype[name];
    IDBObjectStore.prototype[name] = function (this: IDBObjectStore, ...args) {
      const [value]: StoredRow[] = args;
      if (this.name === store && value !== undefined) rowsOf(this.transaction).push(toRow(value));
      return Reflect.apply(write, this, args);
    };
  }
}

/** Tells of each press when it reaches the page, before the studio hears of it. Refers to nothing outside of itself. */
function installArrivals(binding: string): void {
  const world: Record<string, unknown> = Object(globalThis);
  const pageLoadedAtMs = Date.now();
  function arrive(target: EventTarget | null): void {
    const tell = world[binding];
    const form = target instanceof Element ? target.closest("form") : null;
    const prompt = form?.querySelector("textarea")?.value;
    if (typeof tell !== "function" || prompt === undefined) return;
    tell(JSON.stringify({ prompt, atMs: Date.now(), pageLoadedAtMs }));
  }
  globalThis.addEventListener(
    "click",
    ({ target }) => {
      const button = target instanceof Element ? target.closest("button") : null;
      if (button?.textContent?.startsWith("Generate")) arrive(button);
    },
    true,
  );
  globalThis.addEventListener(
    "keydown",
    ({ key, ctrlKey, target }) => {
      if (key === "Enter" && ctrlKey) arrive(target);
    },
    true,
  );
}

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
