/** Set-up of every unit and component test: no console errors or warnings, and full-size generated inputs. */
import fc from "fast-check";
import { afterEach, beforeEach, expect, vi } from "vitest";

// By default, fast-check keeps arrays and strings near ten elements, whatever their `maxLength` says.
fc.configureGlobal({ defaultSizeToMaxWhenMaxSpecified: true });

beforeEach(() => {
  vi.spyOn(console, "error");
  vi.spyOn(console, "warn");
});

afterEach(() => {
  const calls = [...vi.mocked(console.error).mock.calls, ...vi.mocked(console.warn).mock.calls];
  vi.restoreAllMocks();
  expect(calls, "console.error or console.warn was called").toEqual([]);
});
