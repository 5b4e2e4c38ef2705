import { expect, test } from "vitest";
import { anEntry } from "#studio/testing/fixtures.ts";
import { pressKey } from "./press-key.ts";
import { riskOfSameWork } from "./same-work.ts";

const request = { prompt: "A fox", mode: "pro", duration: "5" } as const;
const first = (change: Parameters<typeof anEntry>[0] = {}) =>
  anEntry({ request: { ...request, external_task_id: "entry-1" }, phase: "unknown", ...change });

test.each(["unknown", "never-arrived", "lost"] as const)(
  "warns about the same request again while the first is %s",
  (phase) => {
    expect(riskOfSameWork([request], "press", [first({ phase })])).toBe(phase);
  },
);

test("includes a request whose ID is in use at Kirin, but not one that was refused", () => {
  expect(riskOfSameWork([request], "press", [first({ phase: "refused", isConflict: true })])).toBe(
    "refused",
  );
  expect(riskOfSameWork([request], "press", [first({ phase: "refused" })])).toBeNull();
});

test.each(["held", "waiting", "completed", "failed", "withdrawn"] as const)(
  "allows another take of a request that is %s",
  (phase) => {
    expect(riskOfSameWork([request], "press", [first({ phase })])).toBeNull();
  },
);

test("ignores the order of parameters and compares every value", () => {
  const reordered = { duration: "5", mode: "pro", prompt: "A fox" } as const;
  expect(riskOfSameWork([reordered], "press", [first()])).toBe("unknown");
  expect(riskOfSameWork([{ ...request, duration: "10" }], "press", [first()])).toBeNull();
});

test("doesn't count the same press as a second one", () => {
  const pressed = first({ pressKey: pressKey("press", request) });
  expect(riskOfSameWork([request], "press", [pressed])).toBeNull();
  expect(riskOfSameWork([request], "another", [pressed])).toBe("unknown");
});

test("recognises the same press among other entries", () => {
  const pressed = first({ pressKey: pressKey("press", request) });
  expect(riskOfSameWork([request], "press", [first({ id: "older" }), pressed])).toBeNull();
});

test("finds the unconfirmed one among several entries of the same request", () => {
  const entries = [first({ id: "done", phase: "completed" }), first()];
  expect(riskOfSameWork([request], "press", entries)).toBe("unknown");
});
