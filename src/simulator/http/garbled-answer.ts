/** Responses to a create that do not contain the created task. */
import type { Clock } from "../clock.ts";
import type { FaultEffect } from "../injected-faults.ts";
import { brokenBody } from "./broken-body.ts";
import { Refused, refusalResponse } from "./refuse.ts";

type Garble = Extract<FaultEffect, { kind: "garble" }>["answer"];

/** The garbled response. For `silence` it resolves only when the client disconnects or the simulator closes. */
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
      return new Response(brokenBody(new TextEncoder().encode("{"), clock, gone), {
        headers: { "Content-Type": "application/json" },
      });
    case "silence":
      await aborted(gone);
      return refusalResponse(new Refused(503, "Nobody waited for this answer."));
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
