/** Which files may be clips. Only opening a file shows what it contains. */

/** The `accept` value of the file picker. */
export const CLIP_FILES = "video/*,.mp4,.m4v,.mov,.webm,.mkv";

const CLIP_ENDING = /\.(mp4|m4v|mov|webm|mkv)$/i;

/** Decides by MIME type, or by file extension if the system reports no type. */
export function mayBeClip({ type, name }: Pick<File, "type" | "name">): boolean {
  return type.startsWith("video/") || CLIP_ENDING.test(name);
}
