/** A body that begins and breaks off; a server ends the connection then. */
import type { Clock } from "../clock.ts";

const BREAK_AFTER_MS = 100;

/** Gives `start`, and then fails. */
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
      // The head of the answer has to be on its way: a server answers a body that fails at once with 500.
      await clock.sleep(BREAK_AFTER_MS, gone).catch(() => undefined);
      controller.error(new TypeError("connection reset"));
    },
  });
}
