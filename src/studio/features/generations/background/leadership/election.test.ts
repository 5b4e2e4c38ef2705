import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Effect,
  type Election,
  type ElectionEvent,
  elect,
  type LeaderMessage,
  newFollower,
  type TabSituation,
} from "./election.ts";

const NOON_MS = Date.parse("2026-11-22T12:00:00.000Z");

/** A tab with its own clock that records its effects. */
class Tab {
  state: Election = newFollower(NOON_MS);
  now: TabSituation = { nowMs: NOON_MS, isHidden: false, tab: "me" };
  effects: readonly Effect[] = [];

  dispatch(event: ElectionEvent): readonly Effect[] {
    const move = elect(this.state, event, this.now);
    this.state = move.state;
    this.effects = move.effects;
    return move.effects;
  }

  receive(message: LeaderMessage): readonly Effect[] {
    return this.dispatch({ type: "message", message });
  }

  /** Advances the time and fires the timer that was set last. */
  fireTimer(afterMs: number): readonly Effect[] {
    this.now = { ...this.now, nowMs: this.now.nowMs + afterMs };
    return this.dispatch({ type: "timer" });
  }

  hide(isHidden = true): void {
    this.now = { ...this.now, isHidden };
  }
}

function aFollower(isHidden = false): Tab {
  const tab = new Tab();
  tab.hide(isHidden);
  tab.dispatch({ type: "request-lock" });
  return tab;
}

function aLeader(isHidden = false): Tab {
  const tab = aFollower(isHidden);
  tab.dispatch({ type: "elected" });
  return tab;
}

const beat = (isHidden = false): LeaderMessage => ({ kind: "beat", isHidden });
const post = (message: LeaderMessage): Effect => ({ type: "post", message });
const timer = (delayMs: number): Effect => ({ type: "set-timer", delayMs });
const STEAL: Effect = { type: "steal" };
const NOTIFY: Effect = { type: "notify-returned" };

describe("a follower", () => {
  test("asks after four seconds of silence, and steals the lock two seconds later", () => {
    const tab = aFollower(true);
    expect(tab.effects).toEqual([timer(4000)]);
    expect(tab.fireTimer(4000)).toEqual([post({ kind: "ask" }), timer(2000)]);
    expect(tab.fireTimer(2000)).toEqual([STEAL]);
    expect(tab.state).toMatchObject({ isStealing: true });
  });

  test("claims the leadership when it asks while it is visible", () => {
    expect(aFollower().fireTimer(4000)).toContainEqual(post({ kind: "claim", tab: "me" }));
  });

  test("waits for the rest of four seconds after each heartbeat", () => {
    const tab = aFollower();
    tab.now = { ...tab.now, nowMs: NOON_MS + 3000 };
    tab.receive(beat());
    expect(tab.fireTimer(1000)).toEqual([timer(3000)]);
  });

  test("does not steal if its question is answered", () => {
    const tab = aFollower();
    tab.fireTimer(4000);
    tab.receive(beat());
    expect(tab.fireTimer(2000)).toEqual([timer(2000)]);
  });

  test("asks once more if it slept while it waited for the answer", () => {
    const tab = aFollower();
    tab.fireTimer(4000);
    expect(tab.fireTimer(60_000)).toEqual([post({ kind: "claim", tab: "me" }), timer(2000)]);
    expect(tab.fireTimer(60_000)).toEqual([STEAL]);
  });

  test("asks at once when the creator returns to it", () => {
    const tab = aFollower();
    expect(tab.dispatch({ type: "returned" })).toContainEqual(post({ kind: "claim", tab: "me" }));
    tab.hide();
    expect(tab.dispatch({ type: "returned" })).toEqual([]);
  });

  test("claims the leadership of a hidden leader only while it is visible", () => {
    expect(aFollower().receive(beat(true))).toEqual([post({ kind: "claim", tab: "me" })]);
    expect(aFollower(true).receive(beat(true))).toEqual([]);
  });

  test("steals only when the leader yields to it, and it is still visible", () => {
    expect(aFollower().receive({ kind: "yield", tab: "other" })).toEqual([]);
    expect(aFollower().receive({ kind: "yield", tab: "me" })).toEqual([STEAL]);
    expect(aFollower(true).receive({ kind: "yield", tab: "me" })).toEqual([]);
  });

  test("waits for the lock again after it was elected", () => {
    const tab = aFollower();
    tab.receive({ kind: "yield", tab: "me" });
    tab.dispatch({ type: "elected" });
    tab.dispatch({ type: "request-lock" });
    expect(tab.state).toMatchObject({ role: "follower", isStealing: false, question: null });
  });
});

describe("a leader", () => {
  test("sends a heartbeat when it is elected, every two seconds, when asked and when hidden", () => {
    const tab = aLeader();
    const beats = [post(beat()), timer(2000)];
    expect(tab.effects).toEqual(beats);
    expect(tab.fireTimer(2000)).toEqual(beats);
    expect(tab.receive({ kind: "ask" })).toEqual(beats);
    tab.hide();
    expect(tab.dispatch({ type: "left" })).toEqual([post(beat(true)), timer(2000)]);
  });

  test("answers a claim with a heartbeat while it is visible, because the creator is back", () => {
    expect(aLeader().receive({ kind: "claim", tab: "other" })).toEqual([
      post(beat()),
      timer(2000),
      NOTIFY,
    ]);
  });

  test("while hidden, yields to only one tab between two heartbeats", () => {
    const tab = aLeader(true);
    expect(tab.receive({ kind: "claim", tab: "one" })).toEqual([
      post({ kind: "yield", tab: "one" }),
    ]);
    expect(tab.receive({ kind: "claim", tab: "two" })).toEqual([]);
    tab.fireTimer(2000);
    expect(tab.receive({ kind: "claim", tab: "two" })).toEqual([
      post({ kind: "yield", tab: "two" }),
    ]);
  });

  test("notifies its job of a return, and of a sleep of the machine", () => {
    const tab = aLeader();
    expect(tab.dispatch({ type: "returned" })).toEqual([NOTIFY]);
    expect(tab.fireTimer(150_000)).not.toContainEqual(NOTIFY);
    expect(tab.fireTimer(150_001)).toContainEqual(NOTIFY);
  });
});

describe("in any order of events", () => {
  const message: fc.Arbitrary<LeaderMessage> = fc.oneof(
    fc.record({ kind: fc.constant("beat" as const), isHidden: fc.boolean() }),
    fc.constant({ kind: "ask" as const }),
    fc.record({
      kind: fc.constantFrom("claim" as const, "yield" as const),
      tab: fc.constantFrom("me", "other"),
    }),
  );
  const event: fc.Arbitrary<ElectionEvent> = fc.oneof(
    message.map((each) => ({ type: "message" as const, message: each })),
    fc.record({
      type: fc.constantFrom(
        "timer" as const,
        "timer" as const,
        "elected" as const,
        "request-lock" as const,
        "returned" as const,
        "left" as const,
      ),
    }),
  );
  const steps = fc.array(
    fc.record({ event, afterMs: fc.integer({ min: -5000, max: 200_000 }), isHidden: fc.boolean() }),
    { maxLength: 30 },
  );

  test("only a follower steals, only a leader sends heartbeats and yields, and only its job is notified", () => {
    fc.assert(
      fc.property(steps, (taken) => {
        const tab = new Tab();
        for (const { event: next, afterMs, isHidden } of taken) {
          tab.now = { ...tab.now, nowMs: tab.now.nowMs + afterMs, isHidden };
          const wasLeader = tab.state.role === "leader";
          const effects = tab.dispatch(next);
          const isLeader = tab.state.role === "leader";
          const posted = effects.flatMap((effect) =>
            effect.type === "post" ? [effect.message.kind] : [],
          );
          if (effects.some(({ type }) => type === "steal")) {
            expect(tab.state).toMatchObject({ role: "follower", isStealing: true });
          }
          if (posted.includes("beat") || posted.includes("yield")) expect(isLeader).toBe(true);
          if (posted.includes("ask") || posted.includes("claim")) expect(isLeader).toBe(false);
          if (effects.some(({ type }) => type === "notify-returned")) {
            expect(wasLeader && isLeader).toBe(true);
          }
          if (next.type !== "elected" && next.type !== "request-lock")
            expect(isLeader).toBe(wasLeader);
        }
      }),
    );
  });

  test("a timer is followed by another, unless the lock is stolen", () => {
    fc.assert(
      fc.property(steps, (taken) => {
        const tab = aFollower();
        for (const { event: next, afterMs, isHidden } of taken) {
          tab.now = { ...tab.now, nowMs: tab.now.nowMs + afterMs, isHidden };
          const effects = tab.dispatch(next);
          if (next.type !== "timer") continue;
          const types = effects.map(({ type }) => type);
          expect(types.includes("set-timer") !== types.includes("steal")).toBe(true);
        }
      }),
    );
  });
});
