/** Serves an app of Requests and Responses with Node's HTTP server. */
import type { RequestListener, ServerResponse } from "node:http";
import { getRequestListener, type HttpBindings } from "@hono/node-server";
import type { NodeApp } from "./node-app.ts";
import { normaliseTarget } from "./request-target.ts";

/**
 * Converts an app to a listener for `createServer`. Requests with an invalid address are refused before the
 * adaptor sees them.
 */
export function requestListener(app: NodeApp): RequestListener {
  const listener = getRequestListener(
    async (request, env) => {
      // A plain HTTP/1.1 server always passes these bindings.
      const { incoming, outgoing } = env as HttpBindings;
      const context = { clientAddress: incoming.socket.remoteAddress };
      return destroyOnBodyFailure(await app.fetch(request, context), () => outgoing.destroy());
    },
    { overrideGlobalObjects: false },
  );
  return (incoming, outgoing) => {
    const refusal = normaliseTarget(incoming);
    if (refusal === null) void listener(incoming, outgoing);
    else void Promise.resolve(app.refuse(refusal, incoming.method ?? "")).then(writeTo(outgoing));
  };
}

/** Writes a short text response and closes the connection. */
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
 * The same response, with the connection destroyed when its body fails. Headers are already sent by then, so
 * this is the only way to signal the failure. The adaptor by itself would also print the error with its stack.
 */
function destroyOnBodyFailure(response: Response, destroyConnection: () => void): Response {
  if (response.body === null) return response;
  const reader = response.body.getReader();
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const read = await reader.read().catch(() => null);
        if (read === null) destroyConnection();
        if (!read || read.done) controller.close();
        else controller.enqueue(read.value);
      },
      cancel: (reason) => reader.cancel(reason),
    },
    // No read-ahead, so that the client's backpressure reaches the source.
    { highWaterMark: 0 },
  );
  return new Response(body, response);
}
