/** Answers to a create that tell nothing of the task it made: see the table of troubles. */
import type { TroubleEffect } from "../troubles.ts";
import { Refused, refusalResponse } from "./refuse.ts";

type Garble = Extract<TroubleEffect, { kind: "garble" }>["answer"];

/** The garbled answer; for `silence` it comes only when the client has gone or the simulator closes. */
export async function garbledAnswer(answer: Garble, gone: AbortSignal): Promise<Response> {
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
      return new Response(brokenBody(), { headers: { "Content-Type": "application/json" } });
    case "silence":
      await aborted(gone);
      return refusalResponse(new Refused(503, "Nobody waited for this answer."));
  }
}

/** A body that begins and breaks off; a server ends the connection then. */
function brokenBody(): ReadableStream<Uint8Array> {
  let isBegun = false;
  return new ReadableStream({
    pull(controller) {
      if (isBegun) controller.error(new TypeError("connection reset"));
      else controller.enqueue(new TextEncoder().encode("{"));
      isBegun = true;
    },
  });
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
