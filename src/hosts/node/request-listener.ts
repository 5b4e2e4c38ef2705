/** Serves an app of Requests and Responses by Node's own server. */
import type { RequestListener, ServerResponse } from "node:http";
import { getRequestListener, type HttpBindings } from "@hono/node-server";
import type { NodeApp } from "./node-app.ts";
import { settleTarget } from "./request-target.ts";

/** Turns an app into what `createServer` takes. Whatever names no valid address is refused before the adapter sees it. */
export function requestListener(app: NodeApp): RequestListener {
  const listener = getRequestListener(
    async (request, env) => {
      // A plain HTTP/1.1 server hands in nothing else.
      const { outgoing } = env as HttpBindings;
      return breakingOff(await app.fetch(request), () => outgoing.destroy());
    },
    { overrideGlobalObjects: false },
  );
  return (incoming, outgoing) => {
    const refusal = settleTarget(incoming);
    if (refusal === null) void listener(incoming, outgoing);
    else void Promise.resolve(app.refuse(refusal, incoming.method ?? "")).then(writeTo(outgoing));
  };
}

/** Writes a short answer whose body is text, and ends the connection. */
function writeTo(outgoing: ServerResponse): (response: Response) => Promise<void> {
  return async (response) => {
    const text = await response.text();
    outgoing.writeHead(response.status, {
      ...Object.fromEntries(response.headers),
      connection: "close",
    });
    outgoing.end(text);
  };
}

/**
 * The same answer, whose connection is broken off when its body fails. That is all a client can be told
 * by then; left to itself the adaptor would also write the error, with its stack, to the console.
 */
function breakingOff(response: Response, breakOff: () => void): Response {
  if (response.body === null) return response;
  const reader = response.body.getReader();
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const read = await reader.read().catch(() => null);
        if (read === null) breakOff();
        if (!read || read.done) controller.close();
        else controller.enqueue(read.value);
      },
      cancel: (reason) => reader.cancel(reason),
    },
    // Nothing is read ahead: the client's pace is the source's.
    { highWaterMark: 0 },
  );
  return new Response(body, response);
}
