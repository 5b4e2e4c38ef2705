/** One line of text in the bar of an exported picture. */
import type { Rect } from "../geometry/shapes.ts";
import type { Context2D } from "../paint/paint-comparison.ts";

export interface BarText {
  text: string;
  colour: string;
  align: "left" | "center" | "right";
  /** Whether it may be truncated if there is not enough room. */
  isCut?: boolean;
}

/** Font size, and the space around texts, relative to the bar's height. */
const FONT_SIZE = 0.44;
const ROOM = 0.4;
const FONTS = '"Inter Studio", system-ui, "Noto Sans", sans-serif';

/** Paints texts into a bar. Those that may be truncated share the space left by the others. */
export function paintBar(context: Context2D, bar: Rect, texts: readonly BarText[]): void {
  const room = ROOM * bar.height;
  context.save();
  context.font = `500 ${Math.round(FONT_SIZE * bar.height)}px ${FONTS}`;
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

/** Truncates a text to the available width. */
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
