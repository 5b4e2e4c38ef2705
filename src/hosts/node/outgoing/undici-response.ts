/**
 * undici's `request` with the interface of `fetch`. undici's own `fetch` retries after a 421, as the Fetch
 * standard requires, but a create must never be sent twice. `request` never follows redirects, decompresses or
 * retries.
 */
import type { Readable } from "node:stream";
import { type Dispatcher, request } from "undici";
import type { PlainFetchInit } from "#proxy/options.ts";

/** Statuses without a body (Fetch standard, "null body status"). */
const STATUSES_WITHOUT_BODY = new Set([204, 205, 304]);

/** Sends one request with the given dispatcher. Rejects with the transport's own error. */
export async function requestOnce(
  dispatcher: Dispatcher,
  url: string,
  { method, headers, body, signal }: PlainFetchInit,
): Promise<Response> {
  const answer = await request(url, { dispatcher, method, headers, body: body ?? null, signal });
  // The reader of the body handles its errors; without a listener here they would end the process.
  answer.body.on("error", () => undefined);
  try {
    const hasNoBody = STATUSES_WITHOUT_BODY.has(answer.statusCode);
    if (hasNoBody) answer.body.destroy();
    return new Response(hasNoBody ? null : toWebStream(answer.body), {
      status: answer.statusCode,
      headers: Object.entries(answer.headers).flatMap(([name, value]) =>
        [value ?? []].flat().map((one): [string, string] => [name, one]),
      ),
    });
  } catch (error) {
    // `Response` rejects some statuses and headers.
    answer.body.destroy();
    throw error;
  }
}

/** A stream that reads on demand and closes the connection when it is cancelled. */
function toWebStream(body: Readable): ReadableStream<Uint8Array> {
  const chunks: AsyncIterator<Uint8Array> = body[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel() {
        body.destroy();
      },
    },
    { highWaterMark: 0 },
  );
}
