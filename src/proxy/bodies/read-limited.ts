/** Reads a body of unknown length with a size limit. */

/** Returns the bytes, or null when there are more than `maxBytes`; the rest is cancelled unread. */
export async function readLimited(
  body: ReadableStream<Uint8Array> | null,
  maxBytes: number,
  within: <T>(work: Promise<T>) => Promise<T> = (work) => work,
): Promise<Uint8Array | null> {
  if (body === null) return new Uint8Array();
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await within(reader.read());
      if (done) return join(chunks, length);
      length += value.byteLength;
      if (length > maxBytes) {
        discard(reader);
        return null;
      }
      chunks.push(value);
    }
  } catch (error) {
    discard(reader);
    throw error;
  }
}

/** Cancels a body that will not be read, so that its connection closes. */
export function discard(body: Pick<ReadableStream, "cancel"> | null): void {
  // Cancelling a failed stream rejects; there is nothing to release then.
  body?.cancel().catch(() => undefined);
}

function join(chunks: Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}
