/** One line of text in the bar of an exported picture. */
import type { Rect } from "../stage/geometry.ts";
import type { Context2D } from "../stage/paint-comparison.ts";

export interface BarText {
  text: string;
  colour: string;
  align: "left" | "center" | "right";
  /** Whether it may be cut where there is no room. */
  isCut?: boolean;
}

/** The letters' size, and the room at both ends and between texts, as parts of the bar's height. */
const LETTERS = 0.44;
const ROOM = 0.4;
const FONTS = '"Inter Studio", system-ui, "Noto Sans", sans-serif';

/** Writes texts into a bar. Those that may be cut share the room that the others leave. */
export function paintBar(context: Context2D, bar: Rect, texts: readonly BarText[]): void {
  const room = ROOM * bar.height;
  context.save();
  context.font = `500 ${Math.round(LETTERS * bar.height)}px ${FONTS}`;
  context.textBaseline = "middle";
  const widthOf = (text: string) => context.measureText(text).width;
  const whole = texts.filter(({ isCut }) => !isCut);
  const taken = whole.reduce((sum, { text }) => sum + widthOf(text) + room, 0);
  const left = (bar.width - 2 * room - taken) / Math.max(1, texts.length - whole.length) - room;
  for (const { text, colour, align, isCut } of texts) {
    context.fillStyle = colour;
    context.textAlign = align;
    const shown = isCut ? cutText(text, left, widthOf) : text;
    const x = { left: room, center: bar.width / 2, right: bar.width - room }[align];
    context.fillText(shown, bar.x + x, bar.y + bar.height / 2);
  }
  context.restore();
}

/** As much of a text as there is room for. */
export function cutText(text: string, room: number, widthOf: (text: string) => number): string {
  if (widthOf(text) <= room) return text;
  const characters = [...text];
  while (characters.length > 1) {
    characters.pop();
    const cut = `${characters.join("").trimEnd()}…`;
    if (widthOf(cut) <= room) return cut;
  }
  return "…";
}
