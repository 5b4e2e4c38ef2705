/** When held entries are sent, and which of them an accepted create releases. */
import { describe, expect, test } from "vitest";
import type { KirinRequest } from "#kirin/request.ts";
import type { HoldReason, LibraryEntry } from "#studio/domain/life/library-entry.ts";
import {
  heldEntry,
  planOf,
  queuedEntry,
  SENDS_NOTHING,
  sends,
  wakesAt,
} from "#studio/domain/queue/testing/queued-entries.ts";
import { aHold, anEntry, atSecond, aWatchedEntry, NOON } from "#studio/testing/fixtures.ts";
import { retriedAfterAcceptance, retriedAfterReturn } from "./send-queue.ts";

describe("a held entry", () => {
  test("is sent when its time has come", () => {
    const entry = heldEntry("a", { reason: "balance", retryAt: atSecond(60) });
    expect(planOf([entry], { second: 59 })).toEqual(wakesAt(60));
    expect(planOf([entry], { second: 60 })).toEqual(sends("a"));
  });

  test("submit: the balance is too low for many waiting entries → one is tried at a time, and the result applies to the others", () => {
    const entries = [
      heldEntry("b", { reason: "balance", retryAt: atSecond(5) }, 1),
      heldEntry("a", { reason: "balance", retryAt: atSecond(60) }),
    ];
    expect(planOf(entries, { second: 30 })).toEqual(wakesAt(60));
    expect(planOf(entries, { second: 60 })).toEqual(sends("a"));
    const trying = anEntry({ id: "x", hold: aHold({ reason: "balance" }) });
    expect(planOf([trying, ...entries], { second: 60 })).toEqual(SENDS_NOTHING);
  });

  const CHEAP = { prompt: "a", mode: "std", duration: "5" } as const;
  const EXPENSIVE = { prompt: "a", mode: "pro", duration: "10", sound: "on" } as const;

  test("submit: the balance is too low for an expensive request → a cheaper one behind it is tried separately", () => {
    const expensive = {
      ...heldEntry("dear", { reason: "balance", retryAt: atSecond(60) }),
      request: EXPENSIVE,
    };
    const cheap = {
      ...heldEntry("cheap", { reason: "balance", retryAt: atSecond(30) }, 1),
      request: CHEAP,
    };
    const like = {
      ...heldEntry("like", { reason: "balance", retryAt: atSecond(5) }, 2),
      request: CHEAP,
    };
    expect(planOf([expensive, cheap, like], { second: 20 })).toEqual(wakesAt(30));
    expect(planOf([expensive, cheap, like], { second: 30 })).toEqual(sends("cheap"));
    const trying = anEntry({ id: "x", request: EXPENSIVE, hold: aHold({ reason: "balance" }) });
    expect(planOf([trying, cheap], { second: 30 })).toEqual(sends("cheap"));
  });

  test("blocks no others while it waits for the creator", () => {
    const reasons = ["balance", "key-refused"] as const;
    const waiting = reasons.map((reason, at) =>
      heldEntry(reason, { reason, retryAt: atSecond(60) }, at),
    );
    const slots = heldEntry("slots", { reason: "slots", retryAt: NOON }, 2);
    const pace = heldEntry("pace", { reason: "pace", retryAt: NOON }, 3);
    expect(planOf([...waiting, slots])).toEqual(sends("slots"));
    expect(planOf([...waiting, pace])).toEqual(sends("pace"));
    expect(planOf([...waiting, queuedEntry("new", 4)])).toEqual(sends("new"));
  });

  test("is tried at the earliest time if there are several reasons in the queue", () => {
    const entries = [
      heldEntry("a", { reason: "balance", retryAt: atSecond(60) }),
      heldEntry("b", { reason: "kirin-away", retryAt: atSecond(20) }, 1),
      heldEntry("c", { reason: "key-refused", retryAt: atSecond(40) }, 2),
    ];
    expect(planOf(entries)).toEqual(wakesAt(20));
    expect(planOf(entries, { second: 40 })).toEqual(sends("b"));
    expect(planOf(entries.slice(2), { second: 40 })).toEqual(sends("c"));
  });

  test.each(["slots", "pace"] as const)(
    "also waits if an entry ahead of it waits for %s",
    (reason) => {
      const entries = [
        heldEntry("a", { reason, retryAt: atSecond(60) }),
        heldEntry("b", { reason: "balance", retryAt: atSecond(5) }, 1),
      ];
      expect(planOf(entries, { second: 30 })).toEqual(wakesAt(60));
      expect(planOf(entries, { second: 60 })).toEqual(sends("a"));
    },
  );

  test("is sent once the studio's server is ready", () => {
    for (const reason of ["offline", "server-away", "no-key"] as const) {
      const entry = heldEntry("a", { reason, retryAt: atSecond(9) });
      expect(planOf([entry])).toEqual(wakesAt(9));
      expect(planOf([entry], { isServerReady: true })).toEqual(sends("a"));
    }
    const entry = heldEntry("a", { reason: "balance", retryAt: atSecond(9) });
    expect(planOf([entry], { isServerReady: true })).toEqual(wakesAt(9));
    // The next one is sent as well, because the result of one doesn't affect the others.
    const trying = anEntry({ id: "x", hold: aHold({ reason: "offline" }) });
    const offline = heldEntry("a", { reason: "offline", retryAt: atSecond(9) });
    expect(planOf([trying, offline], { isServerReady: true })).toEqual(sends("a"));
  });

  test("is sent when a slot is free, unless Kirin set a retry time", () => {
    const waiting = heldEntry("a", { retryAt: atSecond(60) });
    const asked = heldEntry("a", { retryAt: atSecond(60), isAsked: true });
    const taken = aWatchedEntry({ id: "x" });
    expect(planOf([taken, waiting], { limit: 2 })).toEqual(sends("a"));
    expect(planOf([taken, asked], { limit: 2 })).toEqual(wakesAt(60));
    expect(planOf([taken, waiting], { limit: 1 })).toEqual(wakesAt(60));
    expect(planOf([taken, waiting])).toEqual(wakesAt(60));
    expect(planOf([taken, { ...waiting, hold: aHold({ reason: "pace" }) }], { limit: 2 })).toEqual(
      wakesAt(1),
    );
  });

  test("is tried at its time even if all slots seem taken, because there may be more", () => {
    const waiting = heldEntry("a", { retryAt: atSecond(60) });
    expect(planOf([aWatchedEntry({ id: "x" }), waiting], { limit: 1, second: 60 })).toEqual(
      sends("a"),
    );
  });

  test("waits for a slot if all are taken, whatever its own reason", () => {
    const taken = aWatchedEntry({ id: "x" });
    const offline = [
      heldEntry("a", { reason: "offline" }),
      heldEntry("b", { reason: "balance" }, 1),
    ];
    const situation = { limit: 1, isServerReady: true, second: 1 };
    expect(planOf([taken, ...offline, queuedEntry("c", 2)], situation)).toEqual({
      next: null,
      waits: ["a", "c"].map((id) => ({
        id,
        hold: aHold({ since: atSecond(1), retryAt: atSecond(2) }),
      })),
      wakeAtMs: Date.parse(atSecond(2)),
    });
  });

  test("clock: the clock was set back while an entry was held → it doesn't wait until the old clock's time", () => {
    const at = (second: number) => [
      heldEntry("a", { reason: "balance", retryAt: atSecond(second) }),
    ];
    expect(planOf(at(600))).toEqual(wakesAt(600));
    expect(planOf(at(600.001))).toEqual(sends("a"));
  });
});

describe("a resolved hold", () => {
  const entries = [
    heldEntry("pace", { reason: "pace" }),
    heldEntry("balance", { reason: "balance" }, 1),
    heldEntry("slots", { reason: "slots" }, 2),
    heldEntry("key", { reason: "key-refused" }, 3),
    heldEntry("away", { reason: "kirin-away" }, 4),
    heldEntry("offline", { reason: "offline" }, 5),
    heldEntry("server", { reason: "server-away" }, 6),
    heldEntry("no-key", { reason: "no-key" }, 7),
    queuedEntry("fresh", 8),
    anEntry({ id: "sending", hold: aHold({ reason: "balance" }) }),
  ];
  const ASKED = queuedEntry("asked").request;
  const ids = (found: LibraryEntry[]) => found.map(({ id }) => id);

  test("follows from an accepted create: key, balance, Kirin's availability and its own reason", () => {
    const released = (reason: HoldReason | null) =>
      ids(retriedAfterAcceptance(entries, ASKED, reason));
    expect(released(null)).toEqual(["balance", "key", "away"]);
    expect(released("pace")).toEqual(["pace", "balance", "key", "away"]);
    expect(released("slots")).toEqual(["balance", "slots", "key", "away"]);
  });

  test("covers the balance only for requests that cost no more than the accepted one", () => {
    const released = (request: KirinRequest) => ids(retriedAfterAcceptance(entries, request, null));
    for (const cheaper of [{ mode: "std" }, { duration: "5" }, { sound: "off" }] as const) {
      const expensive = { ...ASKED, mode: "pro", duration: "10", sound: "on" } as const;
      const expensiveEntries = [
        { ...heldEntry("dear", { reason: "balance" }), request: expensive },
      ];
      expect(retriedAfterAcceptance(expensiveEntries, { ...expensive, ...cheaper }, null)).toEqual(
        [],
      );
      expect(retriedAfterAcceptance(expensiveEntries, expensive, null)).toHaveLength(1);
    }
    expect(released({ ...ASKED, mode: "pro", duration: "10", sound: "on" })).toContain("balance");
  });

  test("covers any price for reasons other than the balance", () => {
    const pro: KirinRequest = { ...ASKED, mode: "pro" };
    const refused = { ...heldEntry("dear", { reason: "key-refused" }), request: pro };
    const retried = retriedAfterAcceptance([refused], { ...ASKED, mode: "std" }, null);
    expect(ids(retried)).toEqual(["dear"]);
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
