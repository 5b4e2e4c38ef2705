import { vi } from "vitest";

/** Waits until a condition holds. The timeout allows for busy machines and is no performance requirement. */
export function eventually(assertion: () => void): Promise<void> {
  return vi.waitFor(assertion, { timeout: 30_000, interval: 20 });
}
