/**
 * Content codings of upstream responses (RFC 9110, 8.4). The proxy requests `identity`, but servers may
 * compress anyway. Only gzip and deflate are decoded, because every host's `DecompressionStream` supports
 * them. A truncated stream or bytes after its end count as damaged.
 */
import { peek } from "./peek.ts";
import { readLimited } from "./read-limited.ts";

type Coding = "gzip" | "deflate";
/** Formats that `DecompressionStream` supports in every host. */
type Format = "gzip" | "deflate" | "deflate-raw";

const CODINGS: ReadonlyMap<string, Coding> = new Map([
  ["gzip", "gzip"],
  // An alias of gzip (RFC 9110, 8.4.1.3).
  ["x-gzip", "gzip"],
  ["deflate", "deflate"],
]);

/** More codings than this are refused, because each one multiplies the size that a few bytes can expand to. */
const MAX_CODINGS = 2;

/**
 * The codings of a `Content-Encoding` header in the order they were applied, or null when one is not
 * supported.
 */
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

/** The decoded bytes, or the reason for the failure. */
export type Decoded = { ok: true; bytes: Uint8Array } | { ok: false; reason: "large" | "damaged" };

/** Undoes the codings. No step may yield more than `maxBytes`. */
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
  // `fetch` decodes the body but leaves the header in place, so uncompressed bytes are returned unchanged.
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
 * Decodes a stream; a damaged one fails while it is read. `isPlain` recognises content that the transport has
 * already decoded although the header is still there.
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

/** "deflate" means a zlib stream, but some servers send a raw deflate stream (RFC 9110, 8.4.1.2). */
function formatsOf(coding: Coding, start: Uint8Array): Format[] {
  if (coding === "gzip") return isCompressed(coding, start) ? ["gzip"] : [];
  return isCompressed(coding, start) ? ["deflate", "deflate-raw"] : ["deflate-raw"];
}

/** Checks the magic bytes of gzip (RFC 1952) or the check bits of zlib (RFC 1950). Raw deflate has neither. */
function isCompressed(coding: Coding, [first = 0, second = 0]: Uint8Array): boolean {
  if (coding === "gzip") return first === 0x1f && second === 0x8b;
  return (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0;
}

function decompressed(
  body: ReadableStream<Uint8Array>,
  format: Format,
): ReadableStream<Uint8Array> {
  // The DOM types declare a writable of BufferSource, which includes Uint8Array.
  const { readable, writable } = new DecompressionStream(format);
  return body.pipeThrough({ readable, writable: writable as WritableStream<Uint8Array> });
}
