/** Lets several readers read one stream, each from its beginning, while it arrives. */

/** A clip is smaller. What is larger is not held in memory: only readers that are there from the beginning get it. */
const REPLAY_MAX_BYTES = 64 * 2 ** 20;

type Bytes = Uint8Array<ArrayBuffer>;

export interface Replay {
  /** A stream of all bytes from the first one. Null once it is too late for that. */
  open(): ReadableStream<Bytes> | null;
}

interface ReplayOptions {
  /** Called with the number of bytes that have arrived. */
  onProgress: (bytes: number) => void;
  maxBytes?: number;
}

/**
 * Reads `source` as fast as its fastest reader, and cancels it when the last reader has left. Readers share the chunks,
 * so they must not change them. Chunks are held once, as long as a reader can still ask for them.
 */
export function createReplay(
  source: ReadableStream<Bytes>,
  { onProgress, maxBytes = REPLAY_MAX_BYTES }: ReplayOptions,
): Replay {
  const reader = source.getReader();
  /** Null where no reader needs the chunk any more. */
  const chunks: (Bytes | null)[] = [];
  /** The index of the next chunk of each reader. */
  const positions = new Set<{ next: number }>();
  let arrived = 0;
  let isEnded = false;
  let isCancelled = false;
  let pending: Promise<void> | null = null;

  /** Reads one more chunk. Readers that wait for it share the read. */
  function readOn(): Promise<void> {
    pending ??= reader
      .read()
      .then(({ done, value }) => {
        if (done) isEnded = true;
        else {
          chunks.push(value);
          arrived += value.byteLength;
          onProgress(arrived);
        }
      })
      .finally(() => {
        pending = null;
      });
    return pending;
  }

  function dropRead(): void {
    if (arrived <= maxBytes) return;
    const oldest = Math.min(chunks.length, ...[...positions].map(({ next }) => next));
    for (let index = oldest - 1; index >= 0 && chunks[index] !== null; index -= 1) {
      chunks[index] = null;
    }
  }

  function leave(position: { next: number }, reason?: unknown): void {
    positions.delete(position);
    if (positions.size > 0 || isEnded) return;
    isCancelled = true;
    void reader.cancel(reason).catch(() => {});
  }

  return {
    open() {
      if (isCancelled || arrived > maxBytes) return null;
      const position = { next: 0 };
      positions.add(position);
      return new ReadableStream<Bytes>(
        {
          async pull(controller) {
            while (position.next >= chunks.length && !isEnded) await readOn();
            const chunk = chunks[position.next];
            position.next += 1;
            if (chunk) controller.enqueue(chunk);
            else {
              positions.delete(position);
              controller.close();
            }
            dropRead();
          },
          cancel: (reason) => leave(position, reason),
        },
        { highWaterMark: 0 },
      );
    },
  };
}
