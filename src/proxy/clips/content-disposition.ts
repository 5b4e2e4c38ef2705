/** `Content-Disposition: attachment` with a portable file name (RFC 6266, RFC 8187). */

const MAX_CHARACTERS = 120;
const DEFAULT_NAME = "kirin-clip";
const VIDEO_ENDING = /\.(mp4|m4v|mov|webm)$/i;

/** The header value. `requested` comes from the URL, so it is sanitised first. */
export function attachment(requested: string): string {
  const name = safeFileName(requested);
  const ascii = name.replace(/[^\x20-\x7e]/g, "_").replace(/["\\%]/g, "_");
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encodeExtended(name)}`;
}

/** A file name without path, control or direction characters, and with a video extension. */
function safeFileName(requested: string): string {
  const cleaned = requested
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, "")
    .replace(/[\\/:*?"<>|]/g, "-")
    .trim();
  const ending = VIDEO_ENDING.exec(cleaned)?.[0] ?? ".mp4";
  const stem = [...cleaned.replace(VIDEO_ENDING, "")]
    .slice(0, MAX_CHARACTERS)
    .join("")
    .replace(/^[.\s]+|[.\s]+$/g, "");
  // Windows reserves these names for devices, with any extension.
  const isDevice = /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(stem.split(".")[0] ?? "");
  return `${isDevice ? "_" : ""}${stem || DEFAULT_NAME}${ending.toLowerCase()}`;
}

/** Percent-encodes everything outside the attr-char of RFC 8187, section 3.2.1. */
function encodeExtended(text: string): string {
  // `encodeURIComponent` leaves these as they are; asterisks have been replaced by then.
  return encodeURIComponent(text).replace(
    /['()]/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  );
}
