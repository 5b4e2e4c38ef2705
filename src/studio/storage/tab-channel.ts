/** How tabs tell each other which rows changed. */
import type { LibraryChannel } from "./library.ts";

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
