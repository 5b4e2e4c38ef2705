/** Readable file names that every operating system accepts. */
import { resolveRequest } from "#kirin/request.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";

const MAX_WORDS = 6;
// File systems allow 255 bytes. A character takes up to four, and the rest of the name needs thirty.
const MAX_CHARACTERS = 40;
const ARTICLES = new Set(["a", "an", "the"]);

/** `lighthouse-at-dusk_pro_16x9_2026-11-22.mp4`: prompt words, mode, ratio and the day of the request. */
export function clipFileName(entry: LibraryEntry): string {
  const { prompt, mode, aspectRatio } = resolveRequest(entry.request);
  const ratio = aspectRatio.replace(":", "x");
  return `${slug(prompt)}_${mode}_${ratio}_${localDay(entry.preparedAt)}.mp4`;
}

/** The first words of a text in any script, joined by hyphens. `clip` if there are none. */
export function slug(text: string): string {
  const words =
    text
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const withoutArticles = words.filter((word) => !ARTICLES.has(word));
  const joined = (withoutArticles.length > 0 ? withoutArticles : words)
    .slice(0, MAX_WORDS)
    .join("-");
  return [...joined].slice(0, MAX_CHARACTERS).join("").replace(/-$/, "") || "clip";
}

function localDay(iso: string): string {
  const day = new Date(iso);
  const parts = [day.getMonth() + 1, day.getDate()].map((part) => String(part).padStart(2, "0"));
  return [day.getFullYear(), ...parts].join("-");
}
