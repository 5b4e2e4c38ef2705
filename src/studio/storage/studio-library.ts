/** The library of this browser. */
import { createLibrary, type LibraryChannel } from "./library.ts";

const CHANNEL_NAME = "kirin-studio-library";

/** Tells the other tabs of this origin. The channel opens with the first use, so that this module can load anywhere. */
export function tabChannel(name: string): LibraryChannel {
  let channel: BroadcastChannel | undefined;
  const open = () => {
    channel ??= new BroadcastChannel(name);
    return channel;
  };
  return {
    post: (ids) => open().postMessage(ids),
    listen(onChanged) {
      open().addEventListener("message", ({ data }) => {
        // Another tab may run another version of the studio.
        if (Array.isArray(data)) onChanged(data.filter((id) => typeof id === "string"));
      });
    },
  };
}

/** IndexedDB, loaded when it is first needed: it has no part in the first paint. */
export const studioLibrary = createLibrary({
  openDatabase: async (onLost) => {
    const { openIndexedDatabase } = await import("./indexed-database.ts");
    return openIndexedDatabase({ onLost });
  },
  channel: tabChannel(CHANNEL_NAME),
});
