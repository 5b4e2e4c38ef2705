import { expect, it } from "vitest";
import { cutText } from "./paint-text.ts";

it("shortens a text that is too long, between characters", () => {
  const widthOf = (text: string) => [...text].length;
  expect(cutText("Standard", 8, widthOf)).toBe("Standard");
  expect(cutText("Standard", 5, widthOf)).toBe("Stan…");
  expect(cutText("My 🌊🌊🌊", 5, widthOf)).toBe("My 🌊…");
  expect(cutText("My clip", 4, widthOf)).toBe("My…");
  expect(cutText("My clip", -3, widthOf)).toBe("…");
});
