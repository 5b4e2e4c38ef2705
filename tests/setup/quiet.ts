/** Set-up of every unit and component test: no console errors or warnings, and the same full-size inputs in every run. */
import fc from "fast-check";
import { afterEach, beforeEach, expect, vi } from "vitest";

fc.configureGlobal({
  // Properties draw the same cases in every run, so that a change only fails by what it changes.
  seed: Number(import.meta.env.PROPERTY_SEED ?? 1),
  // By default, fast-check keeps arrays and strings near ten elements, whatever their `maxLength` says.
  defaultSizeToMaxWhenMaxSpecified: true,
});

beforeEach(() => {
  vi.spyOn(console, "error");
  vi.spyOn(console, "warn");
});

afterEach(() => {
  const calls = [...vi.mocked(console.error).mock.calls, ...vi.mocked(console.warn).mock.calls];
  vi.restoreAllMocks();
  expect(calls, "console.error or console.warn was called").toEqual([]);
});
