/** Dependencies of the generation life cycle. Tests inject fakes. */
import { readConfig } from "#studio/api/config.ts";
import { createGeneration } from "#studio/api/create-generation.ts";
import { readGeneration } from "#studio/api/generation.ts";
import type { SaveClip } from "#studio/downloads/clip-downloads.ts";
import { studioDownloads } from "#studio/downloads/studio-downloads.ts";
import { browserLocks } from "#studio/storage/browser-limits.ts";
import type { Library } from "#studio/storage/library/library.ts";
import { requestPersistentStorage } from "#studio/storage/library/persist-storage.ts";
import { studioLibrary } from "#studio/storage/library/studio-library.ts";
import { monotonicMs } from "./monotonic-clock.ts";
import { newId } from "./new-id.ts";
import { createSendingIds, type SendingIds, senderGone } from "./sending/sending-ids.ts";

export interface GenerationDeps {
  library: Library;
  createGeneration: typeof createGeneration;
  readGeneration: typeof readGeneration;
  readConfig: typeof readConfig;
  /** Downloads a clip to this device. */
  saveClip: SaveClip;
  requestPersistentStorage: () => void;
  newId: () => string;
  now: () => Date;
  /** Milliseconds of a monotonic clock; only differences are meaningful. */
  monotonicMs: () => number;
  /** Calls back after a delay. Returns a disposer. */
  setTimer: (callback: () => void, delayMs: number) => () => void;
  isHidden: () => boolean;
  isOnline: () => boolean;
  /** Ids of the entries whose create is in flight in this page. */
  sending: SendingIds;
  /** Resolves once no tab is sending that entry. Null if locks are not available. */
  senderGone: ((id: string, signal: AbortSignal) => Promise<void>) | null;
}

const locks = browserLocks();

/** The production dependencies. */
export const studioDeps: GenerationDeps = {
  library: studioLibrary,
  createGeneration,
  readGeneration,
  readConfig,
  saveClip: studioDownloads.save,
  requestPersistentStorage,
  newId,
  now: () => new Date(),
  monotonicMs,
  setTimer(callback, delayMs) {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
  isHidden: () => document.visibilityState === "hidden",
  isOnline: () => navigator.onLine,
  sending: createSendingIds(locks),
  senderGone: locks && ((id, signal) => senderGone(locks, id, signal)),
};
