/** The clip downloads of this tab. */
import { fetchClip } from "#studio/api/clip-bytes.ts";
import { browserLocks } from "#studio/storage/browser-limits.ts";
import { studioClips } from "#studio/storage/clips/clip-store.ts";
import { findFault } from "./check-copy.ts";
import { type ClipDownloads, createClipDownloads } from "./clip-downloads.ts";
import { openDownloadChannel } from "./download-channel.ts";

const CHANNEL_NAME = "kirin-studio-downloads";

let downloads: ClipDownloads | undefined;

/** Opens the channel on first use, so this module can load anywhere. */
function open(): ClipDownloads {
  if (downloads !== undefined) return downloads;
  const channel = openDownloadChannel(CHANNEL_NAME);
  const opened = createClipDownloads({
    store: studioClips,
    fetchClip,
    findFault,
    channel,
    // Without a channel, a tab could not tell a slow download from a frozen tab.
    locks: channel === null ? null : browserLocks(),
    now: () => new Date(),
    setTimer(callback, delayMs) {
      const timer = setTimeout(callback, delayMs);
      return () => clearTimeout(timer);
    },
  });
  addEventListener("pagehide", opened.suspend);
  document.addEventListener("freeze", opened.suspend);
  downloads = opened;
  return opened;
}

export const studioDownloads: ClipDownloads = {
  join: (src) => open().join(src),
  find: (src) => open().find(src),
  save: (src, signal) => open().save(src, signal),
  suspend: () => open().suspend(),
};
