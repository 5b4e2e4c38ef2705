/** Fills a browser's library with generated entries and their posters, as if the creator had made them there. */
import type { Page } from "playwright";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { aProblem } from "#studio/testing/fixtures.ts";

/** Rows per call, so that no message gets too large. */
const BATCH = 1000;

/** Adds entries to the library of a page that has opened its database. Reload the page to show them. */
export async function seedLibrary(page: Page, entries: readonly LibraryEntry[]): Promise<void> {
  for (let from = 0; from < entries.length; from += BATCH) {
    const rows = entries.slice(from, from + BATCH).map(expired);
    await page.evaluate(writeRows, rows as unknown[] as StoredRow[]);
  }
}

/** Without a copy on this device. The studio would miss the files and try to download thousands of them. */
function expired(entry: LibraryEntry): LibraryEntry {
  if (entry.phase !== "completed") return entry;
  return { ...entry, clipsKeptAt: null, clipsProblem: aProblem("clip-expired") };
}

interface StoredRow {
  generation: { clips: { src: string }[] } | null;
}

/** Runs in the page and uses nothing outside of itself. */
async function writeRows(rows: StoredRow[]): Promise<void> {
  const canvas = new OffscreenCanvas(480, 270);
  const context = canvas.getContext("2d");
  const pictures = await Promise.all(
    [20, 140, 260].map(async (hue) => {
      if (context) context.fillStyle = `hsl(${hue} 40% 40%)`;
      context?.fillRect(0, 0, canvas.width, canvas.height);
      const picture = await canvas.convertToBlob({ type: "image/webp" });
      return picture.arrayBuffer();
    }),
  );
  await new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open("kirin-studio");
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const writing = database.transaction(["entries", "posters"], "readwrite");
      rows.forEach((row, index) => {
        writing.objectStore("entries").put(row);
        const bytes = pictures[index % pictures.length];
        for (const { src } of row.generation?.clips ?? [])
          writing.objectStore("posters").put({ src, type: "image/webp", bytes });
      });
      writing.onabort = () => reject(writing.error);
      writing.oncomplete = () => {
        database.close();
        resolve();
      };
    };
  });
}
