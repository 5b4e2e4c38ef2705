/** Tells a video from any other response of a clip URL. */

import { peek } from "#proxy/bodies/peek.ts";
import { discard } from "#proxy/bodies/read-limited.ts";
import { SNIFF_BYTES, sniffVideoType } from "./clip-type.ts";

/** A video's bytes, or a range of them. */
export interface VideoBody {
  type: string;
  body: ReadableStream<Uint8Array>;
}

/** How to find the type when the bytes do not include the start of the file. */
interface TypeLookup {
  /** The type found at this URL before, or null. */
  known: string | null;
  /** Fetches the first bytes of the file. */
  readStart: () => Promise<Uint8Array>;
}

/**
 * Returns the body with its type, `empty` for a file of 0 bytes, or `other` for anything that is not a video,
 * whose body is then cancelled. The bytes decide: an error page may be labelled `video/mp4`, and a clip
 * `text/plain`.
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
  // Safari first requests two bytes, to find out whether ranges are supported.
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
