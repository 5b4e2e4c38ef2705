import { describe, expect, test } from "vitest";
import type { KirinRequest } from "#kirin/request.ts";
import { ENTRY_PHASES, type HoldReason } from "#studio/domain/life/library-entry.ts";
import {
  heldEntry,
  planOf,
  queuedEntry,
  SENDS_NOTHING,
  sends,
} from "#studio/domain/queue/testing/queued-entries.ts";
import {
  aHold,
  anEntry,
  anEntryIn,
  aPreparedEntry,
  atSecond,
  aWatchedEntry,
} from "#studio/testing/fixtures.ts";
import { blocksQueue, causeOf, sendQueue } from "./send-queue.ts";

describe("the queue", () => {
  test("contains unsent entries by position, and by ID at equal times", () => {
    const entries = [
      queuedEntry("c", 2),
      queuedEntry("b", 1),
      queuedEntry("a", 1),
      heldEntry("d", {}),
    ];
    expect(sendQueue(entries).map(({ id }) => id)).toEqual(["d", "a", "b", "c"]);
    const others = ENTRY_PHASES.map((phase) => anEntryIn(phase));
    expect(
      sendQueue(others)
        .map(({ phase }) => phase)
        .sort(),
    ).toEqual(["held", "prepared"]);
  });

  test("does not reorder the given list", () => {
    const entries = [queuedEntry("b", 1), queuedEntry("a")];
    sendQueue(entries);
    expect(entries.map(({ id }) => id)).toEqual(["b", "a"]);
  });

  test("blocks everything behind an entry that waits for a slot or the rate limit, and nothing else", () => {
    const reasons = ["offline", "no-key", "balance", "kirin-away", "slots", "pace"] as const;
    expect(reasons.filter((reason) => blocksQueue(aHold({ reason })))).toEqual(["slots", "pace"]);
  });
});

test("entries held for the same reason have the same cause, except that a low balance is a separate cause for each price", () => {
  const std: KirinRequest = { prompt: "A sea", mode: "std" };
  const pro: KirinRequest = { prompt: "A sea", mode: "pro" };
  const causes = (reason: HoldReason) => [std, pro].map((each) => causeOf(aHold({ reason }), each));
  expect(new Set(causes("offline")).size).toBe(1);
  expect(new Set(causes("balance")).size).toBe(2);
});

describe("a new entry", () => {
  test("is sent at once, oldest first", () => {
    expect(planOf([queuedEntry("b", 1), queuedEntry("a")])).toEqual(sends("a"));
    expect(planOf([])).toEqual(SENDS_NOTHING);
  });

  test("passes entries that wait for the balance, the key or the network", () => {
    for (const reason of ["balance", "key-refused", "no-key", "offline", "kirin-away"] as const) {
      expect(planOf([heldEntry("a", { reason }), queuedEntry("b", 1)])).toEqual(sends("b"));
    }
  });

  test.each(["slots", "pace"] as const)(
    "waits behind an entry that waits for %s, for the same reason",
    (reason) => {
      const first = heldEntry("a", { reason });
      expect(planOf([first, queuedEntry("b", 1), queuedEntry("c", 2)])).toEqual({
        next: null,
        waits: [
          { id: "b", hold: first.hold },
          { id: "c", hold: first.hold },
        ],
        wakeAtMs: Date.parse(atSecond(1)),
      });
    },
  );

  test("waits for a slot if all known slots are in use", () => {
    const taken = [aWatchedEntry({ id: "x" }), anEntryIn("unknown", { id: "y" })];
    const queue = [queuedEntry("a"), queuedEntry("b", 1)];
    const hold = aHold({ reason: "slots" });
    expect(planOf([...taken, ...queue], { limit: 2 })).toEqual({
      next: null,
      waits: [
        { id: "a", hold },
        { id: "b", hold },
      ],
      wakeAtMs: Date.parse(atSecond(1)),
    });
    expect(planOf([...taken, ...queue], { limit: 3 })).toEqual(sends("a"));
    expect(planOf([...taken, ...queue])).toEqual(sends("a"));
  });

  test("isn't blocked by a hold that is over", () => {
    const released = aPreparedEntry({ id: "a", hold: aHold({ retryAt: atSecond(99) }) });
    expect(planOf([released])).toEqual(sends("a"));
  });

  test("waits while an entry that waited for a slot is being sent", () => {
    const trying = anEntry({ id: "x", hold: aHold() });
    expect(planOf([trying, queuedEntry("a")])).toEqual({
      next: null,
      waits: [{ id: "a", hold: trying.hold }],
      wakeAtMs: null,
    });
    const other = anEntry({ id: "x", hold: aHold({ reason: "balance" }) });
    expect(planOf([other, queuedEntry("a")])).toEqual(sends("a"));
    expect(planOf([anEntryIn("unknown", { hold: aHold() }), queuedEntry("a")])).toEqual(sends("a"));
  });
});
