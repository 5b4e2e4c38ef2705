/** Messages between the tabs of this origin. */
import { openBroadcastChannel } from "#studio/storage/browser-limits.ts";

/** Notifies other tabs of changed rows. */
export interface TabChannel {
  post(ids: readonly string[]): void;
  /** Called once, with the first read, so that a page rendered at build time opens no channel. */
  listen(onChanged: (ids: readonly string[]) => void): void;
}

/**
 * Creates a channel to the other tabs of this origin. It opens on first use, so this module can load anywhere. Without
 * BroadcastChannel, a tab sees the changes of other tabs only when it reads the disk again.
 */
export function tabChannel(name: string): TabChannel {
  let channel: BroadcastChannel | null | undefined;
  const open = () => {
    if (channel === undefined) channel = openBroadcastChannel(name);
    return channel;
  };
  return {
    post: (ids) => open()?.postMessage(ids),
    listen(onChanged) {
      open()?.addEventListener("message", ({ data }) => {
        // Another tab may run another version of the studio, so its messages are not trusted.
        if (Array.isArray(data)) onChanged(data.filter((id) => typeof id === "string"));
      });
    },
  };
}
