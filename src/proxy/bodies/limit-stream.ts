/** Limits the length of a stream while it passes through. */

/** The error of a stream that is longer than its limit. */
export class StreamTooLong extends Error {
  override readonly name = "StreamTooLong";
}

/** The same bytes. Fails with {@link StreamTooLong}, and cancels the source, at the first byte over `maxBytes`. */
export function limitStream(
  body: ReadableStream<Uint8Array>,
  maxBytes: number,
): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  let length = 0;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await reader.read();
        if (done) return controller.close();
        length += value.byteLength;
        if (length <= maxBytes) return controller.enqueue(value);
        const error = new StreamTooLong();
        await reader.cancel(error);
        controller.error(error);
      },
      cancel: (reason) => reader.cancel(reason),
    },
    // No read-ahead, so that the reader's backpressure reaches the source.
    { highWaterMark: 0 },
  );
}
