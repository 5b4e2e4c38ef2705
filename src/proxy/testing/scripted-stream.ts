/** A stream that records how it is read. */

/** Gives one chunk per read, without reading ahead. An error in place of a chunk breaks the stream off. */
export function scripted(chunks: readonly (Uint8Array | Error)[]) {
  const rest = [...chunks];
  const stream = {
    /** Number of chunks that were asked for. */
    pulls: 0,
    isCancelled: false,
    body: new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          stream.pulls += 1;
          const next = rest.shift();
          if (next === undefined) controller.close();
          else if (next instanceof Error) controller.error(next);
          else controller.enqueue(next);
        },
        cancel() {
          stream.isCancelled = true;
        },
      },
      { highWaterMark: 0 },
    ),
  };
  return stream;
}
