/** Names a test after the fault that it shows, so that docs/faults.md can be made from the tests themselves. */

/** The parts that a fault can strike, in the order of the document. */
export const FAULT_PARTS = {
  submit: "Submit",
  poll: "Poll",
  clip: "Clip",
  storage: "Storage",
  tabs: "Tabs and lifecycle",
  clock: "Clock",
  proxy: "Proxy",
  upgrade: "Upgrade",
} as const;
export type FaultPart = keyof typeof FAULT_PARTS;

/**
 * The title of a test that shows what happens when something breaks; also of a row of a table given to `test.each`, whose
 * title then shows it. All three are plain strings, since the document is made without running the tests.
 */
export function fault(part: FaultPart, what: string, outcome: string): string {
  return `${part}: ${what} → ${outcome}`;
}
