/** Answers to a create that tell nothing of the task it made: see the table of troubles. */
import type { Clock } from "../clock.ts";
import type { TroubleEffect } from "../troubles.ts";
import { Refused, refusalResponse } from "./refuse.ts";

const BREAK_AFTER_MS = 100;

type Garble = Extract<TroubleEffect, { kind: "garble" }>["answer"];

/** The garbled answer; for `silence` it comes only when the client has gone or the simulator closes. */
export async function garbledAnswer(
  answer: Garble,
  clock: Clock,
  gone: AbortSignal,
): Promise<Response> {
  switch (answer) {
    case "error":
      return refusalResponse(new Refused(500, "Internal server error."));
    case "html":
      return new Response("<!doctype html><title>Welcome</title><p>Not what you expected.</p>", {
        headers: { "Content-Type": "text/html; charset=utf-8" },
      });
    case "half":
      return new Response('{"id": "', { headers: { "Content-Type": "application/json" } });
    case "reset":
      return new Response(brokenBody(clock, gone), {
        headers: { "Content-Type": "application/json" },
      });
    case "silence":
      await aborted(gone);
      return refusalResponse(new Refused(503, "Nobody waited for this answer."));
  }
}

/** A body that begins and breaks off; a server ends the connection then. */
function brokenBody(clock: Clock, gone: AbortSignal): ReadableStream<Uint8Array> {
  let isBegun = false;
  return new ReadableStream({
    async pull(controller) {
      if (!isBegun) {
        isBegun = true;
        controller.enqueue(new TextEncoder().encode("{"));
        return;
      }
      // The head of the answer has to be on its way: a server answers a body that fails at once with 500.
      await clock.sleep(BREAK_AFTER_MS, gone).catch(() => undefined);
      controller.error(new TypeError("connection reset"));
    },
  });
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
