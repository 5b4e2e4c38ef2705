/**
 * Scripts that a trial installs in every page before the studio's code: the fast clock, crash points, and two
 * recorders.
 */
import type { FastClock } from "./fast-clock.ts";
import { installFastClock } from "./install-fast-clock.mjs";
import { ROWS_STORE, type Row, rowOf, type StoredRow } from "./library-rows.ts";

/** A page requests this path at its crash point, and blocks until it is killed. */
export const CRASH_POINT_PATH = "/trial-crash-point";

/** Binding that receives the rows that a page has written, as JSON, once they are on disk. */
export const ROWS_BINDING = "trialRows";

/** Binding that receives each press that reaches a page, as JSON: a {@link ReceivedPress}. */
export const PRESSES_BINDING = "trialPresses";

/** Expression for the number of open transactions of the page. */
export const OPEN_TRANSACTIONS = "globalThis.trialOpenTransactions";

/** A press of one of the form's buttons. Times by the creator's clock, in milliseconds since 1970. */
export interface ReceivedPress {
  prompt: string;
  atMs: number;
  /** A click can reach the page that replaced the intended one. */
  pageLoadedAtMs: number;
}

/** The script for every page. */
export function pageScript({ originMs, factor }: FastClock): string {
  const rowRecorder = JSON.stringify({ store: ROWS_STORE, binding: ROWS_BINDING });
  return [
    `(${installFastClock})(${originMs}, ${factor});`,
    `(${installRowRecorder})(${rowRecorder}, ${rowOf});`,
    `(${installCrashPoints})(${JSON.stringify(CRASH_POINT_PATH)});`,
    `(${installPressRecorder})(${JSON.stringify(PRESSES_BINDING)});`,
  ].join("\n");
}

/** Script that makes the page crash at the nth of its operations from now on. */
export function crashPointScript(nth: number): string {
  return `globalThis.trialOperationsLeft = ${nth};`;
}

/**
 * Reports every row that the page has written, once it is on disk and before the page can reach its crash point.
 * Snapshots from outside would miss short-lived rows. Self-contained, because its source is sent to the page.
 */
function installRowRecorder(
  { store, binding }: { store: string; binding: string },
  toRow: typeof rowOf,
): void {
  const globals: Record<string, unknown> = Object(globalThis);
  const written = new WeakMap<IDBTransaction, Row[]>();
  function rowsOf(transaction: IDBTransaction): Row[] {
    const known = written.get(transaction);
    if (known !== undefined) return known;
    const rows: Row[] = [];
    written.set(transaction, rows);
    transaction.addEventListener("complete", () => {
      const report = globals[binding];
      if (typeof report === "function") report(JSON.stringify(rows));
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

/**
 * Reports each press when it reaches the page, before the studio handles it. Self-contained, because its source is sent
 * to the page.
 */
function installPressRecorder(binding: string): void {
  const globals: Record<string, unknown> = Object(globalThis);
  const pageLoadedAtMs = Date.now();
  function report(target: EventTarget | null): void {
    const send = globals[binding];
    const form = target instanceof Element ? target.closest("form") : null;
    const prompt = form?.querySelector("textarea")?.value;
    if (typeof send !== "function" || prompt === undefined) return;
    send(JSON.stringify({ prompt, atMs: Date.now(), pageLoadedAtMs }));
  }
  globalThis.addEventListener(
    "click",
    ({ target }) => {
      const button = target instanceof Element ? target.closest("button") : null;
      if (button?.textContent?.startsWith("Generate")) report(button);
    },
    true,
  );
  globalThis.addEventListener(
    "keydown",
    ({ key, ctrlKey, target }) => {
      if (key === "Enter" && ctrlKey) report(target);
    },
    true,
  );
}

/**
 * Counts every IndexedDB write, commit, request and response. At the chosen one, the page blocks in a synchronous
 * request that is never answered, until it is killed. Self-contained, because its source is sent to the page.
 */
function installCrashPoints(path: string): void {
  const globals = globalThis as typeof globalThis & {
    trialOperationsLeft?: number;
    trialOpenTransactions: number;
  };
  globals.trialOpenTransactions = 0;
  function countOperation(): void {
    if (globals.trialOperationsLeft === undefined) return;
    globals.trialOperationsLeft -= 1;
    if (globals.trialOperationsLeft > 0) return;
    delete globals.trialOperationsLeft;
    // Synchronous on purpose, so that no more of the page's code runs.
    const request = new XMLHttpRequest();
    request.open("GET", path, false);
    request.send();
  }
  for (const name of ["add", "put"] as const) {
    const write = IDBObjectStore.prototype[name];
    IDBObjectStore.prototype[name] = function (this: IDBObjectStore, ...args) {
      countOperation();
      return Reflect.apply(write, this, args);
    };
  }
  const transaction = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...args) {
    const opened = Reflect.apply(transaction, this, args);
    if (opened.mode === "readwrite") opened.addEventListener("complete", countOperation);
    globals.trialOpenTransactions += 1;
    for (const end of ["complete", "abort"]) {
      opened.addEventListener(end, () => {
        globals.trialOpenTransactions -= 1;
      });
    }
    return opened;
  };
  const originalFetch = globalThis.fetch;
  globalThis.fetch = async (...args) => {
    countOperation();
    const response = await originalFetch(...args);
    countOperation();
    return response;
  };
}
