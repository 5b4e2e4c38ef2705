import { useMemo } from "react";
import { mapSides, type PerSide } from "#comparison/sides.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { keyOf, type SideChoice } from "./choose-sides.ts";
import { type OpenedSide, sourceOf } from "./open-side.ts";
import { sideNames } from "./side-names.ts";
import type { ReadySide } from "./use-compared.ts";
import { useOpenedSides } from "./use-opened-sides.ts";

/** One side of the screen: its choice, and whether it is opened. */
export interface SideState {
  choice: SideChoice;
  key: string;
  name: string;
  opened: OpenedSide | null;
  /** Null until it is ready to decode. */
  ready: ReadySide | null;
}

/** Opens the choices of both sides. */
export function useSides(
  choices: PerSide<SideChoice>,
  entries: readonly LibraryEntry[],
): { sides: PerSide<SideState>; tryAgain: () => void } {
  const { opened, tryAgain } = useOpenedSides(mapSides(choices, sourceOf));
  const names = sideNames(choices, entries);
  const left = useReady(choices.left, names.left, opened.left);
  const right = useReady(choices.right, names.right, opened.right);
  const ready = { left, right };
  const sides = mapSides(choices, (choice, side) => ({
    choice,
    key: keyOf(choice),
    name: names[side],
    opened: opened[side],
    ready: ready[side],
  }));
  return { sides, tryAgain };
}

function useReady(choice: SideChoice, name: string, opened: OpenedSide | null): ReadySide | null {
  const key = keyOf(choice);
  const entry = choice.kind === "entry" ? choice.entry : null;
  const media = opened?.kind === "open" ? opened.media : null;
  return useMemo(() => media && { key, name, entry, media }, [key, name, entry, media]);
}
