/** Random sequences of what can happen to tabs. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { type VirtualTab, VirtualTabs } from "#studio/testing/virtual-tabs.ts";
import { VirtualClock } from "#testing/virtual-clock.ts";

const REPLACED_MS = 10_000;
const STEP_MS = 250;

const step = fc.oneof(
  fc.record({ kind: fc.constant("open" as const), isHidden: fc.boolean() }),
  fc.record({
    kind: fc.constantFrom("kill", "close", "freeze", "freeze", "thaw", "show", "hide"),
    at: fc.nat(5),
  }),
);
const steps = fc.array(fc.record({ step, waitMs: fc.nat(7000) }), { maxLength: 12 });

test("tabs: tabs are killed, frozen, thawed and hidden in any order → no tab lives for ten seconds without a leader, and in the end one leads, a visible one if there is one", async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (taken) => {
      const time = new VirtualClock();
      const browser = new VirtualTabs(time);
      for (const isHidden of [false, true]) browser.open(isHidden);
      await time.advance(50);
      /** For how long each live tab has had no leader, counted from when it opened: its predecessors may have died. */
      let leaderlessMs = new Map<VirtualTab, number>();
      const pass = async (ms: number) => {
        for (let passedMs = 0; passedMs < ms; passedMs += STEP_MS) {
          await time.advance(STEP_MS);
          const waiting = browser.leaders.length === 0 ? browser.live : [];
          leaderlessMs = new Map(
            waiting.map((tab) => [tab, (leaderlessMs.get(tab) ?? 0) + STEP_MS] as const),
          );
          expect(Math.max(0, ...leaderlessMs.values())).toBeLessThanOrEqual(REPLACED_MS);
        }
      };
      for (const { step: taking, waitMs } of taken) {
        if (taking.kind === "open") browser.open(taking.isHidden);
        else browser.tabs[taking.at]?.[taking.kind]();
        await pass(waitMs);
      }
      await pass(REPLACED_MS);
      const { live, leaders } = browser;
      expect(leaders).toHaveLength(Math.min(live.length, 1));
      if (live.some(({ isHidden }) => !isHidden)) expect(leaders[0]?.isHidden).toBe(false);
    }),
    { numRuns: 150 },
  );
});
