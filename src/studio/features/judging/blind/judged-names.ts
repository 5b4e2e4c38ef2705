/** Names for the two clips once they may be revealed. */

import { modes, takeName } from "#messages/common.ts";
import * as messages from "#messages/judging.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { modeOf, takePlace } from "#studio/domain/life/pairs.ts";
import type { JudgedEntries, JudgedNames } from "#studio/features/judging/judged-sides.ts";
import { formatMoment } from "#studio/format/dates.ts";
import { excerpt } from "#studio/format/excerpt.ts";

const PROMPT_CHARACTERS = 40;

/** Uses modes and takes if they differ, otherwise the prompts, otherwise the times. */
export function judgedNames(
  { left, right }: JudgedEntries,
  library: readonly LibraryEntry[],
): JudgedNames {
  const ways = [
    (entry: LibraryEntry) => modeName(entry, library),
    ({ request }: LibraryEntry) => messages.quoted(excerpt(request.prompt, PROMPT_CHARACTERS)),
    (entry: LibraryEntry) =>
      messages.modeAndTime(modeName(entry, library), formatMoment(entry.preparedAt)),
  ];
  const names = ways.map((way) => ({ left: way(left), right: way(right) }));
  const telling = names.find((name) => name.left !== name.right);
  return telling ?? { left: messages.sideA, right: messages.sideB };
}

function modeName(entry: LibraryEntry, library: readonly LibraryEntry[]): string {
  const place = takePlace(entry, library);
  const mode = modes[modeOf(entry)];
  return place === null ? mode : takeName(mode, place.number);
}
