import { expect, test } from "vitest";
import type { HoldReason, LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { aPreparedEntry, atSecond } from "#studio/testing/fixtures.ts";
import { queuePlace } from "./queue-place.ts";

function waiting(id: string, second: number, reason: HoldReason | null): LibraryEntry {
  const queuedAt = atSecond(second);
  if (reason === null) return aPreparedEntry({ id, queuedAt });
  const hold = { reason, since: queuedAt, tries: 1, retryAt: atSecond(60), isAsked: false };
  return aPreparedEntry({ id, queuedAt, phase: "held", hold });
}

test("is the position in the sending order", () => {
  const entries = [waiting("b", 2, "balance"), waiting("a", 1, "balance"), waiting("c", 3, null)];
  expect(["a", "b", "c"].map((id) => queuePlace(entries, id)?.place)).toEqual([1, 2, 3]);
  expect(queuePlace(entries, "a")?.count).toBe(3);
});

test("is missing for an entry that was sent or never queued", () => {
  const sent = { ...waiting("a", 1, null), phase: "sending" as const };
  expect(queuePlace([sent], "a")).toBeNull();
  expect(queuePlace([], "a")).toBeNull();
});

test.each<[HoldReason | null, HoldReason | null, boolean]>([
  ["balance", "balance", false],
  ["balance", "key-refused", true],
  ["slots", "balance", false],
  ["pace", "key-refused", false],
  [null, "balance", true],
])(
  "behind an entry that waits for %s, one that waits for %s is tried itself: %s",
  (first, second, is) => {
    const entries = [waiting("a", 1, first), waiting("b", 2, second)];
    expect(queuePlace(entries, "a")?.isTriedItself).toBe(true);
    expect(queuePlace(entries, "b")?.isTriedItself).toBe(is);
  },
);

test("allows a cheaper request to be tried behind a more expensive one that waits for the balance", () => {
  const expensive = waiting("a", 1, "balance");
  const cheap = waiting("b", 2, "balance");
  const entries = [
    { ...expensive, request: { ...expensive.request, mode: "pro" as const } },
    cheap,
  ];
  expect(queuePlace(entries, "b")?.isTriedItself).toBe(true);
});
