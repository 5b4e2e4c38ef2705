/** Reading a body of unknown length without trusting it to end. */

/** The bytes, or null when there are more than `maxBytes`; the rest is then cancelled unread. */
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

/** Lets go of a body nobody will read, so that its connection ends. */
export function discard(body: Pick<ReadableStream, "cancel"> | null): void {
  // A stream that is already broken rejects; there is nothing left to let go of then.
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
