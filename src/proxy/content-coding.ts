/**
 * Content codings of answers (RFC 9110, section 8.4). We ask for `identity`, and servers may compress all the same. Only
 * what every host's `DecompressionStream` can undo is decoded: gzip and deflate. The standard decoder refuses bytes after
 * the end of the stream and a stream that is cut off; such an answer is damaged.
 */
import { peek } from "./peek.ts";
import { readLimited } from "./read-limited.ts";

type Coding = "gzip" | "deflate";
/** The formats of `DecompressionStream` in every host. */
type Format = "gzip" | "deflate" | "deflate-raw";

const CODINGS: ReadonlyMap<string, Coding> = new Map([
  ["gzip", "gzip"],
  // RFC 9110, section 8.4.1.3: the same as gzip.
  ["x-gzip", "gzip"],
  ["deflate", "deflate"],
]);

/** Nobody compresses more often than this; each time multiplies what a few bytes can turn into. */
const MAX_CODINGS = 2;

/** The codings in a `Content-Encoding` field in the order they were applied, or null when one cannot be undone. */
export function codingsOf(header: string | null): Coding[] | null {
  const names = (header ?? "")
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && name !== "identity");
  if (names.length > MAX_CODINGS) return null;
  const codings = names.flatMap((name) => CODINGS.get(name) ?? []);
  return codings.length === names.length ? codings : null;
}

/** Decoded bytes, or why there are none. */
export type Decoded = { ok: true; bytes: Uint8Array } | { ok: false; reason: "large" | "damaged" };

/** Undoes the codings, as long as no step yields more than `maxBytes`. */
export async function decodeBytes(
  bytes: Uint8Array,
  codings: readonly Coding[],
  maxBytes: number,
): Promise<Decoded> {
  let decoded: Decoded = { ok: true, bytes };
  for (const coding of codings.toReversed()) {
    if (!decoded.ok) break;
    decoded = await decodeOnce(decoded.bytes, coding, maxBytes);
  }
  return decoded;
}

async function decodeOnce(bytes: Uint8Array, coding: Coding, maxBytes: number): Promise<Decoded> {
  const formats = formatsOf(coding, bytes);
  let decoded: Decoded = { ok: false, reason: "damaged" };
  for (const format of formats) {
    decoded = await decompress(bytes, format, maxBytes);
    if (decoded.ok || decoded.reason === "large") return decoded;
  }
  // A transport that has decoded the body leaves the header in place, as `fetch` does.
  return isCompressed(coding, bytes) ? decoded : { ok: true, bytes };
}

async function decompress(bytes: Uint8Array, format: Format, maxBytes: number): Promise<Decoded> {
  const compressed = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(bytes);
      controller.close();
    },
  });
  try {
    const decoded = await readLimited(decompressed(compressed, format), maxBytes);
    return decoded === null ? { ok: false, reason: "large" } : { ok: true, bytes: decoded };
  } catch {
    return { ok: false, reason: "damaged" };
  }
}

/**
 * A stream without its codings; a damaged one fails while it is read. `isPlain` recognises the beginning of content that
 * the transport has decoded, whose header says otherwise.
 */
export async function decodeStream(
  body: ReadableStream<Uint8Array>,
  codings: readonly Coding[],
  isPlain: (start: Uint8Array) => boolean,
): Promise<ReadableStream<Uint8Array>> {
  let decoded = body;
  for (const coding of codings.toReversed()) {
    const seen = await peek(decoded, PEEKED_BYTES);
    if (isPlain(seen.start)) return seen.body;
    const [format] = formatsOf(coding, seen.start);
    decoded = format === undefined ? seen.body : decompressed(seen.body, format);
  }
  return decoded;
}

const PEEKED_BYTES = 8;

/** "deflate" should be a zlib stream, and is a bare deflate stream from some servers (RFC 9110, section 8.4.1.2). */
function formatsOf(coding: Coding, start: Uint8Array): Format[] {
  if (coding === "gzip") return isCompressed(coding, start) ? ["gzip"] : [];
  return isCompressed(coding, start) ? ["deflate", "deflate-raw"] : ["deflate-raw"];
}

/** By the magic bytes of gzip (RFC 1952) and the check bits of zlib (RFC 1950); bare deflate has nothing of the kind. */
function isCompressed(coding: Coding, [first = 0, second = 0]: Uint8Array): boolean {
  if (coding === "gzip") return first === 0x1f && second === 0x8b;
  return (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0;
}

function decompressed(
  body: ReadableStream<Uint8Array>,
  format: Format,
): ReadableStream<Uint8Array> {
  // The DOM's types want a writable of any BufferSource, which takes byte arrays as well.
  const { readable, writable } = new DecompressionStream(format);
  return body.pipeThrough({ readable, writable: writable as WritableStream<Uint8Array> });
}
