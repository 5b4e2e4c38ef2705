/** A response body that fails midway, which makes the server close the connection. */
import type { Clock } from "../clock.ts";

const BREAK_AFTER_MS = 100;

/** Sends `start`, then fails. */
export function brokenBody(
  start: Uint8Array,
  clock: Clock,
  gone: AbortSignal,
): ReadableStream<Uint8Array> {
  let isBegun = false;
  return new ReadableStream({
    async pull(controller) {
      if (!isBegun) {
        isBegun = true;
        controller.enqueue(start);
        return;
      }
      // Wait until the response head is sent: if the body fails at once, the server responds with 500.
      await clock.sleep(BREAK_AFTER_MS, gone).catch(() => undefined);
      controller.error(new TypeError("connection reset"));
    },
  });
}
