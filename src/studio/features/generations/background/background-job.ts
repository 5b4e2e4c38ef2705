/**
 * Background work that runs on every screen. The leading tab sends queued entries, polls tasks, finds abandoned creates
 * and keeps finished clips. The other tabs see the results through the library.
 */

import { startClipKeeper } from "./clips/clip-keeper.ts";
import { findLostCopies } from "./clips/lost-copies.ts";
import { startClockWatch } from "./clock-watch.ts";
import type { GenerationDeps } from "./generation-deps.ts";
import { startWatcher, type Watcher } from "./polling/watcher.ts";
import { startAbandonedCreates } from "./sending/abandoned-creates.ts";
import type { Dispatcher } from "./sending/dispatcher.ts";

/** The work that the leading tab does for all tabs. */
export interface Duty {
  /** The creator returned to the tab, or the network is back. */
  returned(): void;
  stop(): void;
}

/** Starts the duty of the leading tab. */
export function takeUpDuty(deps: GenerationDeps, dispatcher: Dispatcher): Duty {
  const watcher: Watcher = startWatcher(deps);
  const keeper = startClipKeeper(deps);
  void findLostCopies(deps.library);
  const stops = [
    startClockWatch(deps),
    startAbandonedCreates(deps),
    dispatcher.lead(),
    watcher.stop,
    keeper.stop,
  ];
  return {
    returned() {
      void deps.library.refresh();
      watcher.lookNow();
      keeper.tryNow();
      void dispatcher.sendAfterReturn();
    },
    stop() {
      for (const stop of stops) stop();
    },
  };
}
