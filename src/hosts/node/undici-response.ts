/**
 * undici's `request` with the face of `fetch`. Not its `fetch`: that asks a second time after a 421,
 * as the Fetch standard wants, and a create must never be sent twice. `request` follows no redirect,
 * decompresses nothing and repeats nothing.
 */
import type { Readable } from "node:stream";
import { type Dispatcher, request } from "undici";
import type { PlainFetchInit } from "#proxy/options.ts";

/** Statuses that have no body (Fetch standard, "null body status"). */
const BODILESS = new Set([204, 205, 304]);

/** Asks once, by the given dispatcher; rejects with the transport's own error. */
export async function requestOnce(
  dispatcher: Dispatcher,
  url: string,
  { method, headers, body, signal }: PlainFetchInit,
): Promise<Response> {
  const answer = await request(url, { dispatcher, method, headers, body: body ?? null, signal });
  // Whoever reads the body hears of its errors there; without a listener they would end the process.
  answer.body.on("error", () => undefined);
  try {
    const isBodiless = BODILESS.has(answer.statusCode);
    if (isBodiless) answer.body.destroy();
    return new Response(isBodiless ? null : toWebStream(answer.body), {
      status: answer.statusCode,
      headers: Object.entries(answer.headers).flatMap(([name, value]) =>
        [value ?? []].flat().map((one): [string, string] => [name, one]),
      ),
    });
  } catch (error) {
    // A status or a header that no Response can have.
    answer.body.destroy();
    throw error;
  }
}

/** A stream that reads only when it is read from, and ends the connection when it is cancelled. */
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
