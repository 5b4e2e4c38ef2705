import { expect, it } from "vitest";
import type { Context2D } from "../paint/paint-comparison.ts";
import { type BarText, cutText, paintBar } from "./paint-text.ts";

/** What is painted into a bar of 400 × 50 at 10, 20. Each character is 10 wide. */
function painted(texts: readonly BarText[]) {
  const all: object[] = [];
  const context = {
    save: () => undefined,
    restore: () => undefined,
    measureText: (text: string) => ({ width: 10 * [...text].length }),
    fillText(text: string, x: number, y: number) {
      const { font, fillStyle, textAlign, textBaseline } = context;
      all.push({ text, x, y, font, fillStyle, textAlign, textBaseline });
    },
    font: "",
    fillStyle: "",
    textAlign: "",
    textBaseline: "",
  };
  paintBar(context as unknown as Context2D, { x: 10, y: 20, width: 400, height: 50 }, texts);
  return all;
}

it("paints each text at its place, in the middle of the bar and in proportion to it", () => {
  const texts = (["left", "center", "right"] as const).map((align) => ({
    text: align,
    colour: `colour of ${align}`,
    align,
  }));
  expect(painted(texts)).toEqual(
    [
      ["left", 30],
      ["center", 210],
      ["right", 390],
    ].map(([align, x]) => ({
      text: align,
      x,
      y: 45,
      font: '500 22px "Inter Studio", system-ui, "Noto Sans", sans-serif',
      fillStyle: `colour of ${align}`,
      textAlign: align,
      textBaseline: "middle",
    })),
  );
});

it("divides the space that complete texts leave free among the texts that may be shortened", () => {
  const long = "A name that is far too long for its half";
  const shown = painted([
    { text: long, colour: "", align: "left", isCut: true },
    { text: "0:05", colour: "", align: "center" },
    { text: long, colour: "", align: "right", isCut: true },
  ]);
  // 400 minus 40 for both margins and 60 for the time, divided by two, is 150. A gap takes 20 of that.
  expect(shown).toMatchObject([
    { text: "A name that…" },
    { text: "0:05" },
    { text: "A name that…" },
  ]);
  expect(painted([{ text: long, colour: "", align: "left", isCut: true }])).toMatchObject([
    { text: "A name that is far too long for i…" },
  ]);
});

it("shortens a text that is too long, between characters", () => {
  const widthOf = (text: string) => [...text].length;
  expect(cutText("Standard", 8, widthOf)).toBe("Standard");
  expect(cutText("Standard", 5, widthOf)).toBe("Stan…");
  expect(cutText("My 🌊🌊🌊", 5, widthOf)).toBe("My 🌊…");
  expect(cutText("My clip", 4, widthOf)).toBe("My…");
  expect(cutText("My clip", -3, widthOf)).toBe("…");
});
