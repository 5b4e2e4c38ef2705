/**
 * Background work that runs on every screen. The leading tab sends queued entries, polls tasks, finds abandoned creates
 * and saves finished clips. The other tabs see the results through the library.
 */
import { startClipSaver } from "./clips/clip-saver.ts";
import { findLostCopies } from "./clips/lost-copies.ts";
import { startClockWatch } from "./clock-watch.ts";
import type { GenerationDeps } from "./generation-deps.ts";
import { startWatcher } from "./polling/watcher.ts";
import { startAbandonedCreates } from "./sending/abandoned-creates.ts";
import type { Dispatcher } from "./sending/dispatcher.ts";

/** The work of the leading tab, on behalf of all tabs. */
export interface BackgroundJob {
  /** The creator returned to the tab, or the network is back. */
  returned(): void;
  stop(): void;
}

/** Starts the background job of the leading tab. */
export function startBackgroundJob(deps: GenerationDeps, dispatcher: Dispatcher): BackgroundJob {
  const watcher = startWatcher(deps);
  const saver = startClipSaver(deps);
  void findLostCopies(deps.library);
  const stops = [
    startClockWatch(deps),
    startAbandonedCreates(deps),
    dispatcher.lead(),
    watcher.stop,
    saver.stop,
  ];
  return {
    returned() {
      void deps.library.refresh();
      watcher.readNow();
      saver.tryNow();
      void dispatcher.sendAfterReturn();
    },
    stop() {
      for (const stop of stops) stop();
    },
  };
}
