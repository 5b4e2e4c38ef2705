import { expect, it } from "vitest";
import { parsePreference } from "./panel-preference.ts";

it("reads a stored preference", () => {
  const stored = { isOpen: false, tab: "judge" } as const;
  expect(parsePreference(JSON.stringify(stored))).toEqual(stored);
});

it.each([null, "", "{", "null", '{"isOpen":true,"tab":"gone"}'])(
  "opens the facts if %j is stored",
  (stored) => {
    expect(parsePreference(stored)).toEqual({ isOpen: true, tab: "facts" });
  },
);
