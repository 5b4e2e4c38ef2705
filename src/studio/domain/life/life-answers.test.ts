/** How an entry applies Kirin's responses. */
import { describe, expect, test } from "vitest";
import {
  aCompletedGeneration,
  aGeneration,
  aHold,
  anEntry,
  anEntryIn,
  aProblem,
  atSecond,
  aWatchedEntry,
  NOON,
} from "#studio/testing/fixtures.ts";
import { aCreateProblem, anAnswer, applyEvents } from "#studio/testing/life-events.ts";
import { step } from "./life.ts";

describe("an answer", () => {
  test("is applied and clears earlier problems", () => {
    const asked = anEntryIn("unknown", {
      hold: aHold(),
      missing: { since: NOON, reads: 1 },
      endedAt: null,
    });
    const queued = aGeneration({ status: "queued" });
    expect(step(asked, anAnswer(queued))).toEqual({
      ...asked,
      phase: "waiting",
      acceptedAt: atSecond(11),
      runningAt: null,
      unendedAt: atSecond(10),
      heardAt: atSecond(11),
      generation: queued,
      problem: null,
      hold: null,
      missing: null,
    });
  });

  test("to a create marks the entry as accepted, and a read leaves it waiting", () => {
    const fromCreate = anAnswer(aGeneration(), { from: "create" });
    expect(step(anEntry(), fromCreate).phase).toBe("accepted");
    const waiting = aWatchedEntry({ generation: aGeneration() });
    expect(step(waiting, fromCreate).phase).toBe("waiting");
  });

  test("records once when Kirin accepted it and when it was first seen rendering", () => {
    const running = step(anEntry(), anAnswer());
    const later = anAnswer(aGeneration(), { askedAt: atSecond(20), now: atSecond(21) });
    expect(step(running, later)).toMatchObject({
      acceptedAt: atSecond(11),
      runningAt: atSecond(11),
      unendedAt: atSecond(20),
      heardAt: atSecond(21),
    });
  });

  test("records the last unfinished read and the finished one as bounds of completion", () => {
    const later = anAnswer(aCompletedGeneration(), { askedAt: atSecond(20), now: atSecond(21) });
    expect(applyEvents(anEntry(), anAnswer(), later)).toMatchObject({
      phase: "completed",
      unendedAt: atSecond(10),
      endedAt: atSecond(21),
    });
  });

  test("is also final if it reports a failure", () => {
    const failed = step(anEntry(), anAnswer(aGeneration({ status: "failed" })));
    expect(failed).toMatchObject({ phase: "failed", endedAt: atSecond(11) });
  });

  test.each([
    "prepared",
    "held",
    "sending",
    "unknown",
    "never-arrived",
    "refused",
    "lost",
    "withdrawn",
  ] as const)("about a task is applied in every phase: %s", (phase) => {
    const entry = anEntryIn(phase);
    const { generation } = entry;
    expect(step(entry, anAnswer(generation ?? aGeneration()))).toMatchObject({
      phase: "waiting",
      problem: null,
      endedAt: null,
    });
  });

  test("poll: an answer describes another task → it is rejected, and nothing changes", () => {
    const entry = aWatchedEntry();
    expect(step(entry, anAnswer(aGeneration({ id: "other" })))).toBe(entry);
    const sent = anEntry();
    expect(step(sent, anAnswer(aGeneration({ externalTaskId: "other" })))).toBe(sent);
    const nameless = aGeneration({ externalTaskId: null });
    expect(step(sent, anAnswer(nameless)).phase).toBe("waiting");
  });

  test("poll: Kirin answers with a task under another external ID → it is rejected, although it was requested by ours", () => {
    const sent = anEntry();
    const { externalTaskId } = sent;
    const answerEchoing = (echoedTaskId: string | null) =>
      step(sent, anAnswer(aGeneration({ externalTaskId, echoedTaskId })));
    expect(answerEchoing("of-another")).toBe(sent);
    for (const own of [null, externalTaskId, ` ${externalTaskId.toUpperCase()} `])
      expect(answerEchoing(own).phase).toBe("waiting");
  });

  test("poll: answers arrive out of order → an older one never overwrites a newer one", () => {
    const known = aWatchedEntry({ generation: aGeneration({ updatedAt: atSecond(9) }) });
    const at = (seconds: number) => aGeneration({ updatedAt: atSecond(seconds) });
    expect(step(known, anAnswer(at(8)))).toBe(known);
    expect(step(known, anAnswer(at(10))).heardAt).toBe(atSecond(11));
    // A later change at Kirin counts as newer, even if its read started earlier.
    const heard = { ...known, heardAt: atSecond(10.5) };
    expect(step(heard, anAnswer(at(10))).heardAt).toBe(atSecond(11));
  });

  test("is ignored if it is older than the last one by Kirin's clock, or by the creator's if Kirin's is inconclusive", () => {
    for (const updatedAt of [null, atSecond(9)]) {
      const generation = aGeneration({ updatedAt });
      const heardAt = (seconds: number) =>
        aWatchedEntry({ generation, heardAt: atSecond(seconds) });
      expect(step(heardAt(10.5), anAnswer(generation))).toEqual(heardAt(10.5));
      expect(step(heardAt(10), anAnswer(generation)).heardAt).toBe(atSecond(11));
    }
    const dated = aWatchedEntry({
      generation: aGeneration({ updatedAt: atSecond(9) }),
      heardAt: atSecond(10.5),
    });
    expect(step(dated, anAnswer(aGeneration()))).toBe(dated);
  });

  test("clock: the clock was set back between two reads → the newer answer still applies", () => {
    const generation = aGeneration();
    const entry = aWatchedEntry({ generation, heardAt: atSecond(3600) });
    expect(step(entry, anAnswer()).heardAt).toBe(atSecond(11));
    const same = aWatchedEntry({ generation, heardAt: atSecond(11) });
    expect(step(same, anAnswer())).toBe(same);
  });

  test("poll: an answer contradicts a final state → the final state stays", () => {
    const entry = aWatchedEntry({ generation: aGeneration(), heardAt: atSecond(10.5) });
    const ended = step(entry, anAnswer(aCompletedGeneration()));
    expect(ended.phase).toBe("completed");
    expect(step(ended, anAnswer(aGeneration({ status: "failed" })))).toBe(ended);
  });

  test("is compared with the request if the task was found under a used ID", () => {
    const asked = anEntry({ request: { prompt: "sea", mode: "pro" } });
    const task = aGeneration({ metadata: { mode: "std" } });
    expect(step(asked, anAnswer(task)).differences).toEqual([]);
    const used = aCreateProblem(aProblem("duplicate-task-id", { outcome: "refused" }));
    expect(applyEvents(asked, used, anAnswer(task)).differences).toEqual(["mode"]);
  });
});
