/** Display names of the two sides. */

import { mapSides, type PerSide } from "#comparison/sides.ts";
import { modes, takeName } from "#messages/common.ts";
import * as messages from "#messages/compare.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { modeOf, takePlace } from "#studio/domain/life/pairs.ts";
import { excerpt } from "#studio/format/excerpt.ts";
import type { SideChoice } from "./choose-sides.ts";

const FILE_NAME_CHARACTERS = 32;

/** Names the sides by mode, take or file name if that distinguishes them, otherwise by position. */
export function sideNames(
  sides: PerSide<SideChoice>,
  entries: readonly LibraryEntry[],
): PerSide<string> {
  const names = mapSides(sides, (choice) => ownName(choice, entries));
  const byPlace = { left: messages.left, right: messages.right };
  if (names.left === names.right) return byPlace;
  return mapSides(names, (name, side) => name ?? byPlace[side]);
}

function ownName(choice: SideChoice, entries: readonly LibraryEntry[]): string | null {
  if (choice.kind === "file") return choice.file && excerpt(choice.file.name, FILE_NAME_CHARACTERS);
  if (choice.kind !== "entry") return null;
  const mode = modes[modeOf(choice.entry)];
  const place = takePlace(choice.entry, entries);
  return place === null ? mode : takeName(mode, place.number);
}
