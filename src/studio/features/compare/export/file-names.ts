/** Names of exported files. */

import { type PerSide, SIDES } from "#comparison/sides.ts";
import { slug } from "#studio/format/file-name.ts";
import type { SideClip } from "../sides/side-clip.ts";

/** `lighthouse-at-dusk_standard-and-pro_frame-31.png`: prompt, names of the sides, and kind of export. */
export function exportFileName(sides: PerSide<SideClip>, what: string, ending: string): string {
  const names = SIDES.map((side) => slug(sides[side].name)).join("-and-");
  const prompt = SIDES.map((side) => sides[side].entry?.request.prompt).find(Boolean);
  const parts = prompt === undefined ? [names, what] : [slug(prompt), names, what];
  return `${parts.join("_")}.${ending}`;
}
