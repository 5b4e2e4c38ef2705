/** Which files may be clips. What is really in them, only opening tells. */

/** For the file dialog. */
export const CLIP_FILES = "video/*,.mp4,.m4v,.mov,.webm,.mkv";

const CLIP_ENDING = /\.(mp4|m4v|mov|webm|mkv)$/i;

/** By the type that the system gives it, or by its name where the system knows none. */
export function mayBeClip({ type, name }: Pick<File, "type" | "name">): boolean {
  return type.startsWith("video/") || CLIP_ENDING.test(name);
}
