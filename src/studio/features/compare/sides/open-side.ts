/** Reads and opens the clip chosen for a side. */

import type { ClipMedia } from "#comparison/media/clip-media.ts";
import { openClipMedia } from "#comparison/media/open-clip.ts";
import type { Problem } from "#contract/problem.ts";
import { clipOf, type SideChoice } from "./choose-sides.ts";
import { readClip } from "./read-clip.ts";

/** What can be opened: a finished clip of the library, or a file. */
export interface SideSource {
  /** Equal for the same bytes. */
  id: string;
  src: string | null;
  file: File | null;
}

/** An opened clip, or why there is none. `unread`: its bytes could not be read. */
export type OpenedSide =
  | { kind: "open"; media: ClipMedia }
  | { kind: "unread"; problem: Problem }
  | { kind: "not-a-clip" | "no-decoder" | "unreadable" | "too-long" };

const fileIds = new WeakMap<File, string>();
let filesSeen = 0;

function idOfFile(file: File): string {
  const known = fileIds.get(file);
  if (known !== undefined) return known;
  filesSeen += 1;
  const id = `file ${filesSeen}`;
  fileIds.set(file, id);
  return id;
}

/** Null if there is nothing to open (yet). */
export function sourceOf(choice: SideChoice): SideSource | null {
  if (choice.kind === "file") {
    return choice.file && { id: idOfFile(choice.file), src: null, file: choice.file };
  }
  const clip = choice.kind === "entry" ? clipOf(choice.entry) : null;
  return clip && { id: `clip ${clip.src}`, src: clip.src, file: null };
}

/** Reads and opens a source. After an abort the result is meaningless and must be ignored. */
export async function openSide(
  { src, file }: SideSource,
  signal: AbortSignal,
): Promise<OpenedSide> {
  const read = src === null ? null : await readClip(src, signal);
  if (read?.ok === false) return { kind: "unread", problem: read.problem };
  const blob = read?.blob ?? file;
  if (blob === null) return { kind: "not-a-clip" };
  const opening = await openClipMedia(blob);
  return opening.ok ? { kind: "open", media: opening.media } : { kind: opening.reason };
}
