/** Reads the start of a stream without consuming it. */

/** Returns the first `count` bytes (fewer if the stream is shorter) and a stream that still includes them. */
export async function peek(
  body: ReadableStream<Uint8Array>,
  count: number,
): Promise<{ start: Uint8Array; body: ReadableStream<Uint8Array> }> {
  const reader = body.getReader();
  const seen: Uint8Array[] = [];
  let length = 0;
  while (length < count) {
    const { done, value } = await reader.read();
    if (done) break;
    seen.push(value);
    length += value.byteLength;
  }
  const start = new Uint8Array(seen.flatMap((chunk) => [...chunk.subarray(0, count)])).slice(
    0,
    count,
  );
  const whole = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const first = seen.shift();
        if (first) return controller.enqueue(first);
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: (reason) => reader.cancel(reason),
    },
    // No read-ahead, so that the browser's backpressure reaches the upstream.
    { highWaterMark: 0 },
  );
  return { start, body: whole };
}
