import { expect, it } from "vitest";
import { formatClock } from "./playback-labels.ts";

it("formats times with a fixed width, in hundredths, never rounded up into the next frame", () => {
  expect(formatClock(0)).toBe("0:00.00");
  expect(formatClock(4.999)).toBe("0:04.99");
  expect(formatClock(1.25)).toBe("0:01.25");
  expect(formatClock(0.29)).toBe("0:00.29");
  expect(formatClock(61.5)).toBe("1:01.50");
});
