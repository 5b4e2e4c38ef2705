/** Telling a video from anything else that a clip's address may answer with. */
import { declaredVideoType, SNIFF_BYTES, sniffVideoType, videoTypeByEnding } from "./clip-type.ts";
import { peek } from "./peek.ts";
import { discard } from "./read-limited.ts";

/** Bytes, or a part of them, of a video. */
export interface VideoBody {
  type: string;
  body: ReadableStream<Uint8Array>;
}

/**
 * The body and its type, or null, with the body let go, when it is no video. What the host declares
 * comes first; where it declares nothing, the bytes decide. `readStart` fetches them for a later range.
 */
export async function asVideo(
  { status, headers, body }: Response,
  url: URL,
  readStart: () => Promise<Uint8Array>,
): Promise<VideoBody | null> {
  if (body === null) return null;
  const declared = declaredVideoType(headers.get("Content-Type"));
  const isEncoded = !/^(identity)?$/i.test(headers.get("Content-Encoding") ?? "");
  if (declared === null || isEncoded) return accept(null, body);
  if (declared !== "untold") return accept(declared, body);
  if (status !== 200 && !/^bytes 0-/.test(headers.get("Content-Range") ?? "")) {
    return accept(videoTypeByEnding(url) ?? sniffVideoType(await readStart()), body);
  }
  const seen = await peek(body, SNIFF_BYTES);
  // Safari asks for two bytes first, to see whether ranges are served.
  const isTooShort = seen.start.byteLength < SNIFF_BYTES;
  const type = isTooShort
    ? (videoTypeByEnding(url) ?? sniffVideoType(await readStart()))
    : sniffVideoType(seen.start);
  return accept(type, seen.body);
}

function accept(type: string | null, body: ReadableStream<Uint8Array>): VideoBody | null {
  if (type !== null) return { type, body };
  discard(body);
  return null;
}
