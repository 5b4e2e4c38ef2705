/** Whether clip bytes are a video, and of which type. */

const VIDEO = /^video\/[a-z0-9][a-z0-9.+-]*$/;
/** What stores say when they do not know. */
const UNTOLD = new Set(["", "application/octet-stream", "binary/octet-stream"]);

const TYPE_BY_ENDING: Readonly<Record<string, string>> = {
  mp4: "video/mp4",
  m4v: "video/mp4",
  mov: "video/quicktime",
  webm: "video/webm",
};

/** Bytes needed to tell an MP4 or a WebM. */
export const SNIFF_BYTES = 8;

/** The declared type when it is a video's, "untold" when only the bytes can tell, null otherwise. */
export function declaredVideoType(contentType: string | null): string | "untold" | null {
  const [type = ""] = (contentType ?? "").toLowerCase().split(";");
  const bare = type.trim();
  if (VIDEO.test(bare)) return bare;
  return UNTOLD.has(bare) ? "untold" : null;
}

/** The type by a file's first bytes: `ftyp` of ISO 14496-12 after a length, or the EBML magic of WebM. */
export function sniffVideoType(start: Uint8Array): string | null {
  const text = String.fromCharCode(...start.subarray(0, SNIFF_BYTES));
  if (text.slice(4) === "ftyp") return "video/mp4";
  return text.startsWith("\x1a\x45\xdf\xa3") ? "video/webm" : null;
}

/** The type by the ending of a URL's path, for a range that does not show the file's beginning. */
export function videoTypeByEnding(url: URL): string | null {
  const ending = /\.([a-z0-9]+)$/i.exec(url.pathname)?.[1]?.toLowerCase();
  return TYPE_BY_ENDING[ending ?? ""] ?? null;
}
