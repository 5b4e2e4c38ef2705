/** Serves an app of Requests and Responses by Node's own server. */
import type { RequestListener } from "node:http";
import { getRequestListener, type HttpBindings } from "@hono/node-server";

/** Turns an app into what `createServer` takes. */
export function requestListener(
  app: (request: Request) => Response | Promise<Response>,
): RequestListener {
  const listener = getRequestListener(
    async (request, env) => {
      // A plain HTTP/1.1 server hands in nothing else.
      const { outgoing } = env as HttpBindings;
      return breakingOff(await app(request), () => outgoing.destroy());
    },
    { overrideGlobalObjects: false },
  );
  return (incoming, outgoing) => void listener(incoming, outgoing);
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
