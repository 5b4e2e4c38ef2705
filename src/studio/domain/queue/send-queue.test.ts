import { describe, expect, test } from "vitest";
import type { KirinRequest } from "#kirin/request.ts";
import {
  ENTRY_PHASES,
  type Hold,
  type HoldReason,
  type LibraryEntry,
} from "#studio/domain/life/library-entry.ts";
import {
  aHeldEntry,
  aHold,
  anEntry,
  anEntryIn,
  aPreparedEntry,
  atSecond,
  aWatchedEntry,
  NOON,
} from "#studio/testing/fixtures.ts";
import {
  blocksQueue,
  causeOf,
  planSending,
  retriedAfterAcceptance,
  retriedAfterReturn,
  sendQueue,
} from "./send-queue.ts";
import type { SlotLimit } from "./slot-limit.ts";

interface Situation {
  second?: number;
  limit?: SlotLimit;
  isServerReady?: boolean;
}

function plan(
  entries: LibraryEntry[],
  { second = 0, limit = null, isServerReady = false }: Situation = {},
) {
  const { next, ...move } = planSending(entries, {
    nowMs: Date.parse(atSecond(second)),
    limit,
    isServerReady,
  });
  return { next: next?.id ?? null, ...move };
}

/** An entry submitted at the given second. */
function fresh(id: string, second = 0): LibraryEntry {
  return aPreparedEntry({ id, queuedAt: atSecond(second) });
}

/** An entry submitted at the given second, tried at noon, and held. */
function held(id: string, second: number, hold: Partial<Hold>): LibraryEntry {
  return aHeldEntry({ id, queuedAt: atSecond(second), hold: aHold(hold) });
}

const NOTHING = { next: null, waits: [], wakeAtMs: null };
const go = (id: string) => ({ next: id, waits: [], wakeAtMs: null });
const wakeAt = (second: number) => ({ ...NOTHING, wakeAtMs: Date.parse(atSecond(second)) });

describe("the queue", () => {
  test("contains unsent entries by position, and by ID at equal times", () => {
    const entries = [fresh("c", 2), fresh("b", 1), fresh("a", 1), held("d", 0, {})];
    expect(sendQueue(entries).map(({ id }) => id)).toEqual(["d", "a", "b", "c"]);
    const others = ENTRY_PHASES.map((phase) => anEntryIn(phase));
    expect(
      sendQueue(others)
        .map(({ phase }) => phase)
        .sort(),
    ).toEqual(["held", "prepared"]);
  });

  test("is sent in its order", () => {
    const entries = [fresh("b", 1), fresh("a")];
    sendQueue(entries);
    expect(entries.map(({ id }) => id)).toEqual(["b", "a"]);
  });

  test("blocks everything behind an entry that waits for a slot or the rate limit, and nothing else", () => {
    const reasons = ["offline", "no-key", "balance", "kirin-away", "slots", "pace"] as const;
    expect(reasons.filter((reason) => blocksQueue(aHold({ reason })))).toEqual(["slots", "pace"]);
  });
});

test("entries held for one reason share a try, whatever they cost, except for a low balance", () => {
  const std: KirinRequest = { prompt: "A sea", mode: "std" };
  const pro: KirinRequest = { prompt: "A sea", mode: "pro" };
  const causes = (reason: HoldReason) => [std, pro].map((each) => causeOf(aHold({ reason }), each));
  expect(new Set(causes("offline")).size).toBe(1);
  expect(new Set(causes("balance")).size).toBe(2);
});

describe("a new entry", () => {
  test("is sent at once, oldest first", () => {
    expect(plan([fresh("b", 1), fresh("a")])).toEqual(go("a"));
    expect(plan([])).toEqual(NOTHING);
  });

  test("passes entries that wait for the balance, the key or the network", () => {
    for (const reason of ["balance", "key-refused", "no-key", "offline", "kirin-away"] as const) {
      expect(plan([held("a", 0, { reason }), fresh("b", 1)])).toEqual(go("b"));
    }
  });

  test.each(["slots", "pace"] as const)(
    "waits behind an entry that waits for %s, for the same reason",
    (reason) => {
      const first = held("a", 0, { reason });
      expect(plan([first, fresh("b", 1), fresh("c", 2)])).toEqual({
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
    const queue = [fresh("a"), fresh("b", 1)];
    const hold = aHold({ reason: "slots" });
    expect(plan([...taken, ...queue], { limit: 2 })).toEqual({
      next: null,
      waits: [
        { id: "a", hold },
        { id: "b", hold },
      ],
      wakeAtMs: Date.parse(atSecond(1)),
    });
    expect(plan([...taken, ...queue], { limit: 3 })).toEqual(go("a"));
    expect(plan([...taken, ...queue])).toEqual(go("a"));
  });

  test("isn't blocked by a hold that is over", () => {
    const released = aPreparedEntry({ id: "a", hold: aHold({ retryAt: atSecond(99) }) });
    expect(plan([released])).toEqual(go("a"));
  });

  test("waits while an entry that waited for a slot is being sent", () => {
    const trying = anEntry({ id: "x", hold: aHold() });
    expect(plan([trying, fresh("a")])).toEqual({
      next: null,
      waits: [{ id: "a", hold: trying.hold }],
      wakeAtMs: null,
    });
    const other = anEntry({ id: "x", hold: aHold({ reason: "balance" }) });
    expect(plan([other, fresh("a")])).toEqual(go("a"));
    expect(plan([anEntryIn("unknown", { hold: aHold() }), fresh("a")])).toEqual(go("a"));
  });
});

describe("a held entry", () => {
  test("is sent when its time has come", () => {
    const entry = held("a", 0, { reason: "balance", retryAt: atSecond(60) });
    expect(plan([entry], { second: 59 })).toEqual(wakeAt(60));
    expect(plan([entry], { second: 60 })).toEqual(go("a"));
  });

  test("submit: the balance is too low for many waiting entries → one is tried at a time, and the result applies to the others", () => {
    const entries = [
      held("b", 1, { reason: "balance", retryAt: atSecond(5) }),
      held("a", 0, { reason: "balance", retryAt: atSecond(60) }),
    ];
    expect(plan(entries, { second: 30 })).toEqual(wakeAt(60));
    expect(plan(entries, { second: 60 })).toEqual(go("a"));
    const trying = anEntry({ id: "x", hold: aHold({ reason: "balance" }) });
    expect(plan([trying, ...entries], { second: 60 })).toEqual(NOTHING);
  });

  const CHEAP = { prompt: "a", mode: "std", duration: "5" } as const;
  const DEAR = { prompt: "a", mode: "pro", duration: "10", sound: "on" } as const;

  test("submit: the balance is too low for an expensive request → a cheaper one behind it is tried separately", () => {
    const dear = {
      ...held("dear", 0, { reason: "balance", retryAt: atSecond(60) }),
      request: DEAR,
    };
    const cheap = {
      ...held("cheap", 1, { reason: "balance", retryAt: atSecond(30) }),
      request: CHEAP,
    };
    const like = {
      ...held("like", 2, { reason: "balance", retryAt: atSecond(5) }),
      request: CHEAP,
    };
    expect(plan([dear, cheap, like], { second: 20 })).toEqual(wakeAt(30));
    expect(plan([dear, cheap, like], { second: 30 })).toEqual(go("cheap"));
    const trying = anEntry({ id: "x", request: DEAR, hold: aHold({ reason: "balance" }) });
    expect(plan([trying, cheap], { second: 30 })).toEqual(go("cheap"));
  });

  test("blocks no others while it waits for the creator", () => {
    const reasons = ["balance", "key-refused"] as const;
    const waiting = reasons.map((reason, at) =>
      held(reason, at, { reason, retryAt: atSecond(60) }),
    );
    const slots = held("slots", 2, { reason: "slots", retryAt: NOON });
    const pace = held("pace", 3, { reason: "pace", retryAt: NOON });
    expect(plan([...waiting, slots])).toEqual(go("slots"));
    expect(plan([...waiting, pace])).toEqual(go("pace"));
    expect(plan([...waiting, fresh("new", 4)])).toEqual(go("new"));
  });

  test("is tried at the earliest time if there are several reasons in the queue", () => {
    const entries = [
      held("a", 0, { reason: "balance", retryAt: atSecond(60) }),
      held("b", 1, { reason: "kirin-away", retryAt: atSecond(20) }),
      held("c", 2, { reason: "key-refused", retryAt: atSecond(40) }),
    ];
    expect(plan(entries)).toEqual(wakeAt(20));
    expect(plan(entries, { second: 40 })).toEqual(go("b"));
    expect(plan(entries.slice(2), { second: 40 })).toEqual(go("c"));
  });

  test.each(["slots", "pace"] as const)("waits too if one ahead of it waits for %s", (reason) => {
    const entries = [
      held("a", 0, { reason, retryAt: atSecond(60) }),
      held("b", 1, { reason: "balance", retryAt: atSecond(5) }),
    ];
    expect(plan(entries, { second: 30 })).toEqual(wakeAt(60));
    expect(plan(entries, { second: 60 })).toEqual(go("a"));
  });

  test("is sent once the studio's server is ready", () => {
    for (const reason of ["offline", "server-away", "no-key"] as const) {
      const entry = held("a", 0, { reason, retryAt: atSecond(9) });
      expect(plan([entry])).toEqual(wakeAt(9));
      expect(plan([entry], { isServerReady: true })).toEqual(go("a"));
    }
    const entry = held("a", 0, { reason: "balance", retryAt: atSecond(9) });
    expect(plan([entry], { isServerReady: true })).toEqual(wakeAt(9));
    // The next one is sent as well, because the result of one doesn't affect the others.
    const trying = anEntry({ id: "x", hold: aHold({ reason: "offline" }) });
    const offline = held("a", 0, { reason: "offline", retryAt: atSecond(9) });
    expect(plan([trying, offline], { isServerReady: true })).toEqual(go("a"));
  });

  test("is sent when a slot is free, unless Kirin set a retry time", () => {
    const waiting = held("a", 0, { retryAt: atSecond(60) });
    const asked = held("a", 0, { retryAt: atSecond(60), isAsked: true });
    const taken = aWatchedEntry({ id: "x" });
    expect(plan([taken, waiting], { limit: 2 })).toEqual(go("a"));
    expect(plan([taken, asked], { limit: 2 })).toEqual(wakeAt(60));
    expect(plan([taken, waiting], { limit: 1 })).toEqual(wakeAt(60));
    expect(plan([taken, waiting])).toEqual(wakeAt(60));
    expect(plan([taken, { ...waiting, hold: aHold({ reason: "pace" }) }], { limit: 2 })).toEqual(
      wakeAt(1),
    );
  });

  test("is tried at its time even if all slots seem taken, because there may be more", () => {
    const waiting = held("a", 0, { retryAt: atSecond(60) });
    expect(plan([aWatchedEntry({ id: "x" }), waiting], { limit: 1, second: 60 })).toEqual(go("a"));
  });

  test("waits for a slot if all are taken, whatever its own reason", () => {
    const taken = aWatchedEntry({ id: "x" });
    const offline = [held("a", 0, { reason: "offline" }), held("b", 1, { reason: "balance" })];
    const situation = { limit: 1, isServerReady: true, second: 1 };
    expect(plan([taken, ...offline, fresh("c", 2)], situation)).toEqual({
      next: null,
      waits: ["a", "c"].map((id) => ({
        id,
        hold: aHold({ since: atSecond(1), retryAt: atSecond(2) }),
      })),
      wakeAtMs: Date.parse(atSecond(2)),
    });
  });

  test("clock: the clock was set back while an entry was held → it doesn't wait until the old clock's time", () => {
    const at = (second: number) => [held("a", 0, { reason: "balance", retryAt: atSecond(second) })];
    expect(plan(at(600))).toEqual(wakeAt(600));
    expect(plan(at(600.001))).toEqual(go("a"));
  });
});

describe("a resolved hold", () => {
  const entries = [
    held("pace", 0, { reason: "pace" }),
    held("balance", 1, { reason: "balance" }),
    held("slots", 2, { reason: "slots" }),
    held("key", 3, { reason: "key-refused" }),
    held("away", 4, { reason: "kirin-away" }),
    held("offline", 5, { reason: "offline" }),
    held("server", 6, { reason: "server-away" }),
    held("no-key", 7, { reason: "no-key" }),
    fresh("fresh", 8),
    anEntry({ id: "sending", hold: aHold({ reason: "balance" }) }),
  ];
  const ASKED = fresh("asked").request;
  const ids = (found: LibraryEntry[]) => found.map(({ id }) => id);

  test("follows from an accepted create: key, balance, Kirin's availability and its own reason", () => {
    const freed = (reason: HoldReason | null) =>
      ids(retriedAfterAcceptance(entries, ASKED, reason));
    expect(freed(null)).toEqual(["balance", "key", "away"]);
    expect(freed("pace")).toEqual(["pace", "balance", "key", "away"]);
    expect(freed("slots")).toEqual(["balance", "slots", "key", "away"]);
  });

  test("covers the balance only for requests that cost no more than the accepted one", () => {
    const freed = (request: KirinRequest) => ids(retriedAfterAcceptance(entries, request, null));
    for (const cheaper of [{ mode: "std" }, { duration: "5" }, { sound: "off" }] as const) {
      const dear = { ...ASKED, mode: "pro", duration: "10", sound: "on" } as const;
      const dearEntries = [{ ...held("dear", 0, { reason: "balance" }), request: dear }];
      expect(retriedAfterAcceptance(dearEntries, { ...dear, ...cheaper }, null)).toEqual([]);
      expect(retriedAfterAcceptance(dearEntries, dear, null)).toHaveLength(1);
    }
    expect(freed({ ...ASKED, mode: "pro", duration: "10", sound: "on" })).toContain("balance");
  });

  test("covers any price for reasons other than the balance", () => {
    const pro: KirinRequest = { ...ASKED, mode: "pro" };
    const refused = { ...held("dear", 0, { reason: "key-refused" }), request: pro };
    const freed = retriedAfterAcceptance([refused], { ...ASKED, mode: "std" }, null);
    expect(ids(freed)).toEqual(["dear"]);
  });

  test("follows from the creator's return, except for reasons that depend on Kirin's load", () => {
    expect(ids(retriedAfterReturn(entries))).toEqual([
      "balance",
      "key",
      "away",
      "offline",
      "server",
      "no-key",
    ]);
  });
});
