import { vi } from "vitest";

/** Waits until an assertion holds and returns its value. The timeout allows for busy machines; it requires no speed. */
export function eventually<Value>(assertion: () => Value | Promise<Value>): Promise<Value> {
  return vi.waitFor(assertion, { timeout: 30_000, interval: 20 });
}
