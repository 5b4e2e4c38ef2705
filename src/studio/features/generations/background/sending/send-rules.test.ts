import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ENTRY_PHASES, HOLD_REASONS } from "#studio/domain/life/library-entry.ts";
import {
  aGeneration,
  aHeldEntry,
  aHold,
  anEntry,
  anEntryIn,
  aPreparedEntry,
  aProblem,
  atSecond,
  aWatchedEntry,
  NOON,
} from "#studio/testing/fixtures.ts";
import {
  answerCreate,
  claimFor,
  holdFor,
  holdForObstacle,
  isStale,
  queueEffectOf,
} from "./send-rules.ts";

const NOON_MS = Date.parse(NOON);

const hold = fc
  .record({
    reason: fc.constantFrom(...HOLD_REASONS),
    retryAt: fc.integer({ min: -60, max: 60 }).map(atSecond),
    isAsked: fc.boolean(),
  })
  .map(aHold);
/** An entry in any phase, with a hold if it can have one. */
const entry = fc
  .record({ phase: fc.constantFrom(...ENTRY_PHASES), attempts: fc.nat(3), hold })
  .map((parts) => anEntryIn(parts.phase, { attempts: parts.attempts, hold: parts.hold }));
const heldEntry = hold.map((each) => aHeldEntry({ hold: each }));

describe("holding an entry", () => {
  test("changes only queued entries", () => {
    fc.assert(
      fc.property(entry, hold, (before, next) => {
        const after = holdFor(before, next, NOON_MS);
        const isQueued = before.phase === "prepared" || before.phase === "held";
        if (!isQueued) expect(after).toBe(before);
        if (after !== before) expect(after).toMatchObject({ phase: "held", hold: next });
      }),
    );
  });

  test("keeps a retry time that Kirin set until it has passed", () => {
    fc.assert(
      fc.property(heldEntry, hold, (before, next) => {
        const isWaiting = before.hold?.isAsked && Date.parse(before.hold.retryAt) > NOON_MS;
        expect(holdFor(before, next, NOON_MS).hold).toEqual(isWaiting ? before.hold : next);
      }),
    );
  });
});

describe("an obstacle", () => {
  const obstacle = { hold: aHold({ reason: "offline", tries: 3 }), nextId: "next", nowMs: NOON_MS };

  test("holds the next entry with the count of its tries, and the new ones behind it", () => {
    for (const id of ["next", "other"]) {
      const held = holdForObstacle(aPreparedEntry({ id }), obstacle);
      expect(held).toMatchObject({ phase: "held", hold: obstacle.hold });
    }
    const again = aHeldEntry({ id: "next", hold: aHold({ reason: "offline", tries: 2 }) });
    expect(holdForObstacle(again, obstacle).hold?.tries).toBe(3);
  });

  test("does not change entries that are held for the same reason, or because of Kirin", () => {
    for (const reason of HOLD_REASONS) {
      const other = aHeldEntry({ id: "other", hold: aHold({ reason }) });
      const isReplaced = ["server-away", "no-key", "signed-out"].includes(reason);
      expect(holdForObstacle(other, obstacle) !== other).toBe(isReplaced);
    }
  });

  test("never shortens a wait that Kirin asked for", () => {
    const asked = aHold({ reason: "pace", isAsked: true, retryAt: atSecond(30) });
    const next = aHeldEntry({ id: "next", hold: asked });
    expect(holdForObstacle(next, obstacle)).toBe(next);
    const isDue = aHeldEntry({ id: "next", hold: { ...asked, retryAt: NOON } });
    expect(holdForObstacle(isDue, obstacle).hold?.reason).toBe("offline");
  });
});

describe("a claim", () => {
  const now = new Date(NOON_MS + 5000);

  test("succeeds only for a queued entry that no tab has tried since it was picked", () => {
    fc.assert(
      fc.property(entry, fc.nat(3), (before, attempts) => {
        const claimed = claimFor(before, attempts, now);
        const isQueued = before.phase === "prepared" || before.phase === "held";
        if (!isQueued || before.attempts !== attempts) expect(claimed).toBe(before);
        else {
          expect(claimed).toMatchObject({
            phase: "sending",
            attempts: attempts + 1,
            sentAt: atSecond(5),
          });
        }
      }),
    );
  });

  test("succeeds only once", () => {
    fc.assert(
      fc.property(entry, (before) => {
        const claimed = claimFor(before, before.attempts, now);
        expect(claimFor(claimed, before.attempts, now)).toBe(claimed);
      }),
    );
  });

  test("is stale after ten seconds, but not because the clock was set back", () => {
    const after = (ms: number) => new Date(now.getTime() + ms);
    expect([10_000, 10_001, -60_000].map((ms) => isStale(now, after(ms)))).toEqual([
      false,
      true,
      false,
    ]);
  });
});

describe("the response to a create", () => {
  const answered = { attempt: 1, askedAt: NOON, now: atSecond(2) };

  test("always ends the sending phase, unless a later create was sent", () => {
    const problem = fc
      .constantFrom("refused", "not-sent", "unknown" as const)
      .map((outcome) => ({ ok: false as const, problem: aProblem("upstream-error", { outcome }) }));
    const task = fc
      .constantFrom("entry-1", "stranger")
      .map((externalTaskId) => ({ ok: true as const, value: aGeneration({ externalTaskId }) }));
    fc.assert(
      fc.property(fc.oneof(problem, task), (result) => {
        expect(answerCreate(anEntry(), { ...answered, result }).phase).not.toBe("sending");
        const later = anEntry({ attempts: 2 });
        if (!result.ok) expect(answerCreate(later, { ...answered, result })).toBe(later);
      }),
    );
  });

  test("is not adopted if it describes another task", () => {
    const result = { ok: true as const, value: aGeneration({ externalTaskId: "stranger" }) };
    expect(answerCreate(anEntry(), { ...answered, result })).toMatchObject({
      phase: "unknown",
      generation: null,
    });
  });
});

describe("the effect of a response on the queue", () => {
  const accepted = { ok: true as const, value: aGeneration() };
  const refused = {
    ok: false as const,
    problem: aProblem("parallel-limit", { outcome: "refused" }),
  };
  const running = (count: number) =>
    Array.from({ length: count }, (_, index) => aWatchedEntry({ id: `running-${index}` }));
  const waiting = aHeldEntry({ id: "waiting", hold: aHold({ reason: "slots" }) });
  const sent = (reason: "slots" | null) =>
    anEntry({ id: "sent", hold: reason === null ? null : aHold({ reason }) });

  test("derives the limit from a refusal for slots, and releases no entry", () => {
    fc.assert(
      fc.property(fc.nat(5), fc.option(fc.integer({ min: 1, max: 5 })), (count, limit) => {
        const entries = [...running(count), waiting];
        const effect = queueEffectOf(sent(null), refused, { entries, limit });
        expect(effect).toEqual({ limit: count > 0 ? count : null, released: [] });
      }),
    );
  });

  test("changes nothing after another problem", () => {
    const problem = aProblem("upstream-refused", { outcome: "refused" });
    const situation = { entries: [...running(3), waiting], limit: 2 };
    expect(queueEffectOf(sent(null), { ok: false, problem }, situation)).toEqual({
      limit: 2,
      released: [],
    });
  });

  test("never lowers the limit after an acceptance", () => {
    fc.assert(
      fc.property(fc.nat(5), fc.integer({ min: 1, max: 5 }), (count, limit) => {
        const effect = queueEffectOf(sent(null), accepted, { entries: running(count), limit });
        expect(effect.limit).toBe(Math.max(limit, count + 1));
      }),
    );
  });

  test("releases entries that wait for a slot after an acceptance, unless it was within the known limit", () => {
    const retried = (limit: number | null) =>
      queueEffectOf(sent("slots"), accepted, { entries: [...running(1), waiting], limit }).released;
    expect(retried(null)).toEqual([waiting]);
    expect(retried(1)).toEqual([waiting]);
    expect(retried(2)).toEqual([]);
  });
});
