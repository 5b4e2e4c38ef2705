/**
 * Detects the video type from a file's bytes. Storage servers label MP4s as `video/mp4`, `application/mp4`,
 * `application/octet-stream`, `binary/octet-stream`, `text/plain` or nothing, and error pages as anything, so
 * labels are ignored.
 */

/** Number of bytes needed to recognise an MP4 or a WebM. */
export const SNIFF_BYTES = 8;

/**
 * Boxes other than `ftyp` that may come first in an MP4 (ISO 14496-12, 4.2) or a QuickTime file, which has no
 * `ftyp`.
 */
const FIRST_BOXES = new Set(["styp", "moov", "moof", "mdat", "free", "skip", "wide"]);
/** Text never starts with a control character below tab. The length of a box below 150 MB always does. */
const TEXT_MIN = 0x09;

/** The media type by a file's first {@link SNIFF_BYTES} bytes, or null when it is not a video. */
export function sniffVideoType(start: Uint8Array): "video/mp4" | "video/webm" | null {
  const text = String.fromCharCode(...start.subarray(0, SNIFF_BYTES));
  const boxType = text.slice(4);
  if (boxType === "ftyp") return "video/mp4";
  if (FIRST_BOXES.has(boxType) && text.charCodeAt(0) < TEXT_MIN) return "video/mp4";
  return text.length === SNIFF_BYTES && text.startsWith("\x1a\x45\xdf\xa3") ? "video/webm" : null;
}
