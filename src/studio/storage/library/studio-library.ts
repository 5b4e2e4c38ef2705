/** The library of this browser. */

import { tabChannel } from "#studio/storage/database/tab-channel.ts";
import { createLibrary } from "./library.ts";

const CHANNEL_NAME = "kirin-studio-library";

/** IndexedDB is loaded on first use, since the first paint does not need it. */
export const studioLibrary = createLibrary({
  openDatabase: async (onLost) => {
    const { openIndexedDatabase } = await import("./indexed-database.ts");
    return openIndexedDatabase({ onLost });
  },
  channel: tabChannel(CHANNEL_NAME),
});
