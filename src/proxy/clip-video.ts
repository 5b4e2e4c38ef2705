/** Telling a video from anything else that a clip's address may answer with. */
import { SNIFF_BYTES, sniffVideoType } from "./clip-type.ts";
import { peek } from "./peek.ts";
import { discard } from "./read-limited.ts";

/** Bytes, or a part of them, of a video. */
export interface VideoBody {
  type: string;
  body: ReadableStream<Uint8Array>;
}

/** Where the type of a part that does not show the file's beginning comes from. */
interface TypeLookup {
  /** The type that was found at this address before, or null. */
  known: string | null;
  /** Fetches the file's first bytes. */
  readStart: () => Promise<Uint8Array>;
}

/**
 * The body with its type, `empty` for a file without a byte, or `other` when it is no video; the body is then let go. The
 * bytes decide, never the label: an error page may be labelled `video/mp4`, and a clip `text/plain`.
 */
export async function asVideo(
  { status, headers, body }: Response,
  { known, readStart }: TypeLookup,
): Promise<VideoBody | "empty" | "other"> {
  if (body === null) return "empty";
  const isEncoded = !/^(identity)?$/i.test(headers.get("Content-Encoding") ?? "");
  const isManyParts = /^multipart\//i.test(headers.get("Content-Type") ?? "");
  if (isEncoded || isManyParts) return refuse(body);
  const isWhole = status === 200;
  if (!isWhole && !/^bytes 0-/.test(headers.get("Content-Range") ?? "")) {
    return accept(known ?? sniffVideoType(await readStart()), body);
  }
  const seen = await peek(body, SNIFF_BYTES);
  if (seen.start.byteLength === 0) {
    discard(seen.body);
    return "empty";
  }
  // Safari asks for two bytes first, to see whether ranges are served.
  const isTooShort = !isWhole && seen.start.byteLength < SNIFF_BYTES;
  const type = isTooShort
    ? (known ?? sniffVideoType(await readStart()))
    : sniffVideoType(seen.start);
  return accept(type, seen.body);
}

function accept(type: string | null, body: ReadableStream<Uint8Array>): VideoBody | "other" {
  return type === null ? refuse(body) : { type, body };
}

function refuse(body: ReadableStream<Uint8Array>): "other" {
  discard(body);
  return "other";
}
