import { describe, expect, test } from "vitest";
import { queuedEntry } from "#studio/domain/queue/testing/queued-entries.ts";
import { aHeldEntry, atSecond, aWatchedEntry, NOON } from "#studio/testing/fixtures.ts";
import { movedPlaces, sendQueue } from "./send-queue.ts";

describe("moving in the queue", () => {
  const entries = [
    queuedEntry("c", 2),
    aHeldEntry({ id: "b", queuedAt: atSecond(1) }),
    queuedEntry("a", 0),
    aWatchedEntry({ id: "x" }),
  ];

  test("swaps with the neighbour on either side", () => {
    const places = [
      { id: "c", queuedAt: atSecond(1) },
      { id: "b", queuedAt: atSecond(2) },
    ];
    expect(movedPlaces(entries, "c", "earlier")).toEqual(places);
    expect(movedPlaces(entries, "b", "later")).toEqual(places);
  });

  test("needs a neighbour on that side and a position", () => {
    expect(movedPlaces(entries, "a", "earlier")).toEqual([]);
    expect(movedPlaces(entries, "c", "later")).toEqual([]);
    expect(movedPlaces(entries, "x", "later")).toEqual([]);
    expect(movedPlaces(entries, "none", "later")).toEqual([]);
  });

  test("gives the entries of one press different positions", () => {
    const pair = [queuedEntry("a"), queuedEntry("b"), queuedEntry("c")];
    expect(movedPlaces(pair, "b", "earlier")).toEqual([
      { id: "a", queuedAt: "2026-11-22T12:00:00.001Z" },
      { id: "c", queuedAt: "2026-11-22T12:00:00.002Z" },
    ]);
    expect(movedPlaces([queuedEntry("a"), queuedEntry("b")], "a", "later")).toEqual([
      { id: "a", queuedAt: "2026-11-22T12:00:00.001Z" },
    ]);
  });

  test("reaches any requested order", () => {
    const queue = [queuedEntry("a"), queuedEntry("b"), queuedEntry("c"), queuedEntry("d", 5)];
    const moved = new Map(movedPlaces(queue, "c", "earlier").map((place) => [place.id, place]));
    const after = queue.map((entry) => ({ ...entry, ...moved.get(entry.id) }));
    expect(sendQueue(after).map(({ id }) => id)).toEqual(["a", "c", "b", "d"]);
    expect(after.find(({ id }) => id === "a")?.queuedAt).toBe(NOON);
  });
});
