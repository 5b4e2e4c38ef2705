/** The library of this browser. */
import { createLibrary } from "./library.ts";
import { tabChannel } from "./tab-channel.ts";

const CHANNEL_NAME = "kirin-studio-library";

/** IndexedDB, loaded when it is first needed: it has no part in the first paint. */
export const studioLibrary = createLibrary({
  openDatabase: async (onLost) => {
    const { openIndexedDatabase } = await import("./indexed-database.ts");
    return openIndexedDatabase({ onLost });
  },
  channel: tabChannel(CHANNEL_NAME),
});
