/** Starts the worker that decodes the takes of a sheet. The caller terminates it. */
export function startSheetWorker(): Worker {
  return new Worker(new URL("./sheet-worker.ts", import.meta.url), { type: "module" });
}
