/** A file that arrives as slowly as a test wants. */

export interface ArrivingBytes {
  stream: ReadableStream<Uint8Array<ArrayBuffer>>;
  /** Lets bytes arrive up to this fraction of the file. */
  arrive(fraction: number): void;
  /** All bytes that have arrived were the last ones, or an error comes instead of more. */
  end(error?: Error): void;
  /** Whether the reader has let go of the stream. */
  isCancelled(): boolean;
}

const CHUNK_BYTES = 4096;

export async function arrivingBytes(file: Blob): Promise<ArrivingBytes> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let sent = 0;
  let isCancelled = false;
  let controller: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>> | undefined;
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(own) {
      controller = own;
    },
    cancel() {
      isCancelled = true;
    },
  });
  return {
    stream,
    arrive(fraction) {
      const end = Math.floor(bytes.byteLength * fraction);
      while (sent < end && !isCancelled) {
        const next = Math.min(end, sent + CHUNK_BYTES);
        controller?.enqueue(bytes.slice(sent, next));
        sent = next;
      }
    },
    end(error) {
      if (isCancelled) return;
      if (error) controller?.error(error);
      else controller?.close();
    },
    isCancelled: () => isCancelled,
  };
}
