/**
 * What goes on whatever screen is open. The leading tab looks after everything: it sends what waits, watches what Kirin
 * has, looks for creates that nobody waits for, and keeps finished clips. The other tabs see the same through the library.
 */
import { startAbandonedCreates } from "./abandoned-creates.ts";
import { startClipKeeper } from "./clip-keeper.ts";
import { startClockWatch } from "./clock-watch.ts";
import type { Dispatcher } from "./dispatcher.ts";
import type { GenerationDeps } from "./generation-deps.ts";
import { findLostCopies } from "./lost-copies.ts";
import { startWatcher, type Watcher } from "./watcher.ts";

/** What one tab does for all of them while it leads. */
export interface Duty {
  /** The creator came back to the tab, or is online again. */
  returned(): void;
  stop(): void;
}

/** Takes up the duty of the leading tab. */
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
