/** Tells the other tabs of this browser how far a download has come. */
import * as z from "zod/mini";
import { openBroadcastChannel } from "#studio/storage/browser-limits.ts";

/** How much of a clip has arrived. */
export interface DownloadProgress {
  bytes: number;
  /** Null if the server did not say. */
  totalBytes: number | null;
}

const progressMessage = z.object({
  /** Address of the clip. */
  src: z.string(),
  bytes: z.number(),
  totalBytes: z.nullable(z.number()),
});

export type ProgressMessage = z.infer<typeof progressMessage>;

export interface DownloadChannel {
  post(message: ProgressMessage): void;
  listen(onMessage: (message: ProgressMessage) => void): void;
}

/** Opens the channel, or null where the browser has none. */
export function openDownloadChannel(name: string): DownloadChannel | null {
  const channel = openBroadcastChannel(name);
  if (channel === null) return null;
  return {
    post: (message) => channel.postMessage(message),
    listen(onMessage) {
      channel.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
        // Another tab may run a different version of the studio.
        const { success, data: message } = progressMessage.safeParse(data);
        if (success) onMessage(message);
      });
    },
  };
}
