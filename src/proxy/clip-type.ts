/**
 * Which kind of video some bytes are. Storage servers label MP4s `video/mp4`, `application/mp4`, `application/octet-stream`,
 * `binary/octet-stream`, `text/plain` or nothing, and label error pages as they like, so only the bytes decide.
 */

/** Bytes needed to tell an MP4 or a WebM from anything else. */
export const SNIFF_BYTES = 8;

/** Boxes that an MP4 or QuickTime file may begin with in place of `ftyp` (ISO 14496-12, 4.2; QuickTime has no `ftyp`). */
const FIRST_BOXES = new Set(["styp", "moov", "moof", "mdat", "free", "skip", "wide"]);
/** No text begins with a control character below the tab. A box length begins with one up to 150 MB. */
const TEXT_MIN = 0x09;

/** The media type by a file's first {@link SNIFF_BYTES} bytes, or null when it is no video. */
export function sniffVideoType(start: Uint8Array): "video/mp4" | "video/webm" | null {
  const text = String.fromCharCode(...start.subarray(0, SNIFF_BYTES));
  const boxType = text.slice(4);
  if (boxType === "ftyp") return "video/mp4";
  if (FIRST_BOXES.has(boxType) && text.charCodeAt(0) < TEXT_MIN) return "video/mp4";
  return text.length === SNIFF_BYTES && text.startsWith("\x1a\x45\xdf\xa3") ? "video/webm" : null;
}
