/** How tabs tell each other which rows changed. */
import { openBroadcastChannel } from "./browser-limits.ts";
import type { LibraryChannel } from "./library.ts";

/**
 * Tells the other tabs of this origin. The channel opens with the first use, so that this module can load anywhere. Without
 * BroadcastChannel nothing is told or heard, and a tab sees what another did when it reads the disk again.
 */
export function tabChannel(name: string): LibraryChannel {
  let channel: BroadcastChannel | null | undefined;
  const open = () => {
    if (channel === undefined) channel = openBroadcastChannel(name);
    return channel;
  };
  return {
    post: (ids) => open()?.postMessage(ids),
    listen(onChanged) {
      open()?.addEventListener("message", ({ data }) => {
        // Another tab may run another version of the studio.
        if (Array.isArray(data)) onChanged(data.filter((id) => typeof id === "string"));
      });
    },
  };
}
