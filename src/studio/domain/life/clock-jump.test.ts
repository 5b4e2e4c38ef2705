import { expect, test } from "vitest";
import { atSecond, aWatchedEntry } from "#studio/testing/fixtures.ts";
import { markClockJump } from "./clock-jump.ts";

test("notes when the clock jumped and changes nothing else", () => {
  const entry = aWatchedEntry();
  expect(markClockJump(entry, atSecond(9))).toEqual({ ...entry, jumpedAt: atSecond(9) });
});
