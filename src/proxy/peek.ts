/** Looking at the beginning of a stream without losing it. */

/** The first `count` bytes (fewer if there are no more), and a stream that still begins with them. */
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
    // Nothing is read ahead: the browser's pace is the upstream's.
    { highWaterMark: 0 },
  );
  return { start, body: whole };
}
