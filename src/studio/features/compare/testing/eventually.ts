import { vi } from "vitest";

/** Waits until something is so. The ceiling is for machines that have much else to do, and says nothing of speed. */
export function eventually(assertion: () => void): Promise<void> {
  return vi.waitFor(assertion, { timeout: 30_000, interval: 20 });
}
