/** Saves the clips of several generations as files. */
import { clipDownloadPath } from "#contract/routes.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { clipFileName } from "#studio/format/file-name.ts";
import { openClipUrl } from "#studio/storage/clips/clip-urls.ts";

/** Browsers drop downloads that start in the same moment. */
const BETWEEN_MS = 300;
/** The browser has to have opened the file before its URL is revoked. */
const URL_KEPT_MS = 60_000;

/** A clip and the name of its file. */
export interface NamedClip {
  src: string;
  name: string;
}

/** All clips of the entries, each with a name that no other one has. */
export function namedClips(entries: readonly LibraryEntry[]): NamedClip[] {
  const taken = new Set<string>();
  return entries.flatMap((entry) =>
    (entry.generation?.clips ?? []).map(({ src }) => {
      const name = freeName(clipFileName(entry), taken);
      taken.add(name.toLowerCase());
      return { src, name };
    }),
  );
}

/** Appends a number if the name is taken. Windows and macOS ignore the case of names. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let number = 2; taken.has(free.toLowerCase()); number += 1) {
    free = name.replace(/\.mp4$/, `_${number}.mp4`);
  }
  return free;
}

/** Downloads the clips one after the other: the copy on this device, or Kirin's if there is none. */
export async function downloadClips(entries: readonly LibraryEntry[]): Promise<void> {
  for (const { src, name } of namedClips(entries)) {
    const use = openClipUrl(src);
    const link = document.createElement("a");
    link.href = (await use.url) ?? clipDownloadPath(src, name);
    link.download = name;
    link.click();
    setTimeout(() => use.end(), URL_KEPT_MS);
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
  }
}
