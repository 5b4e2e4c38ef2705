import { expect, test } from "vitest";
import { merged } from "./merged.ts";

const state = { count: 1, name: "Kirin" as string | null };

test("replaces the fields of a change and leaves the given state as it was", () => {
  expect(merged(state, { name: null })).toEqual({ count: 1, name: null });
  expect(state).toEqual({ count: 1, name: "Kirin" });
});

test("returns the same object if no field changes", () => {
  expect(merged(state, { count: 1, name: "Kirin" })).toBe(state);
  expect(merged(state, {})).toBe(state);
});
