import { describe, expect, test } from "vitest";
import {
  aGeneration,
  anEntryIn,
  aProblem,
  atSecond,
  aWatchedEntry,
  NOON,
} from "#studio/testing/fixtures.ts";
import {
  canSendAgain,
  hasUnfinishedTask,
  isEnded,
  isQueued,
  isUnseen,
  lookupId,
  mayTakeSlot,
  needsReading,
  riskOfPayingTwice,
} from "./entry-rules.ts";
import { ENTRY_PHASES, type EntryPhase, type LibraryEntry } from "./library-entry.ts";
import { canRetry, isPromptRefused, mayHaveTask, needsAnotherRequest } from "./retry-rules.ts";

const nowMs = Date.parse(atSecond(60));

test.each<[string, (entry: LibraryEntry) => boolean, EntryPhase[]]>([
  ["waits for its turn", isQueued, ["prepared", "held"]],
  ["has an unfinished task", hasUnfinishedTask, ["accepted", "waiting"]],
  ["may take a slot", mayTakeSlot, ["sending", "unknown", "accepted", "waiting"]],
  ["has ended", isEnded, ["completed", "failed"]],
  ["is unseen", isUnseen, ["completed", "failed"]],
  [
    "is read",
    (entry) => needsReading(entry, nowMs),
    ["unknown", "never-arrived", "accepted", "waiting"],
  ],
  ["may be sent again under the same ID", canSendAgain, ["never-arrived"]],
  ["may be retried without a risk of paying twice", canRetry, ["failed", "refused", "withdrawn"]],
])("what %s", (_words, rule, phases) => {
  expect(ENTRY_PHASES.filter((phase) => rule(anEntryIn(phase)))).toEqual(phases);
});

test("warns before retrying an entry whose ID is in use but whose task can't be found", () => {
  const refused = anEntryIn("refused", { isConflict: true });
  expect(canRetry(refused)).toBe(false);
  expect(riskOfPayingTwice(refused)).toBe("refused");
  expect(canRetry(anEntryIn("failed", { isConflict: true }))).toBe(true);
  expect(canRetry(anEntryIn("withdrawn", { isConflict: true }))).toBe(true);
  expect(riskOfPayingTwice(anEntryIn("failed", { isConflict: true }))).toBeNull();
});

test("lists the phases in which a retry may be charged twice", () => {
  const risks = ENTRY_PHASES.map((phase) => riskOfPayingTwice(anEntryIn(phase)));
  expect(risks.filter((risk) => risk !== null)).toEqual(["unknown", "never-arrived", "lost"]);
});

test("doesn't read untracked entries", () => {
  for (const phase of ["accepted", "waiting"] as const) {
    expect(needsReading(anEntryIn(phase, { isWatched: false }), nowMs)).toBe(false);
  }
});

test("looks up a missing create for an hour after it was found missing, even after a night in standby", () => {
  const missing = { since: atSecond(9000), reads: 2 };
  const found = anEntryIn("never-arrived", { sentAt: atSecond(100), missing });
  expect(needsReading(found, Date.parse(atSecond(12_599)))).toBe(true);
  expect(needsReading(found, Date.parse(atSecond(12_600)))).toBe(false);
});

test("submit: a create that was reported missing appears at Kirin later → it is found within an hour and shown", () => {
  const isRead = (entry: LibraryEntry) => needsReading(entry, nowMs);
  expect(isRead(anEntryIn("refused", { isConflict: true }))).toBe(true);
  expect(isRead(anEntryIn("refused", { isConflict: false }))).toBe(false);
  expect(isRead(anEntryIn("withdrawn", { attempts: 1 }))).toBe(true);
  expect(isRead(anEntryIn("withdrawn", { attempts: 0 }))).toBe(false);
  const later = Date.parse(atSecond(2 * 3600));
  expect(needsReading(anEntryIn("withdrawn", { attempts: 1 }), later)).toBe(false);
});

test("counts from the send time if a row doesn't record when it was found missing", () => {
  const entry = anEntryIn("never-arrived", { preparedAt: NOON, sentAt: atSecond(100) });
  expect(needsReading(entry, Date.parse(atSecond(3699)))).toBe(true);
  expect(needsReading(entry, Date.parse(atSecond(3700)))).toBe(false);
  const unsent = { ...entry, sentAt: null };
  expect(needsReading(unsent, Date.parse(atSecond(3599)))).toBe(true);
  expect(needsReading(unsent, Date.parse(atSecond(3600)))).toBe(false);
});

test("reads by Kirin's ID once it is known, and by the external ID before", () => {
  expect(lookupId(anEntryIn("unknown", { externalTaskId: "mine" }))).toBe("mine");
  expect(lookupId(aWatchedEntry())).toBe("kirin-entry-1");
});

test("a seen result isn't new", () => {
  expect(isUnseen(anEntryIn("completed", { seenAt: NOON }))).toBe(false);
});

describe("a prompt that Kirin refused", () => {
  const refused = anEntryIn("refused", { problem: aProblem("upstream-prompt-refused") });
  const failed = anEntryIn("failed", {
    generation: aGeneration({
      status: "failed",
      error: { code: "002014097", causeCode: "1301", message: "no" },
    }),
  });

  test("is not offered for an unchanged retry, whether refused on create or later", () => {
    for (const entry of [refused, failed]) {
      expect(isPromptRefused(entry)).toBe(true);
      expect(canRetry(entry)).toBe(false);
      expect(riskOfPayingTwice(entry)).toBeNull();
    }
  });

  test("leaves its ID unused if nothing was created", () => {
    expect(mayHaveTask(refused)).toBe(false);
    expect(mayHaveTask(failed)).toBe(true);
  });

  test("is distinguished from every other failure", () => {
    const others = [
      anEntryIn("refused", { problem: aProblem("upstream-forbidden") }),
      anEntryIn("failed", {
        generation: aGeneration({ status: "failed", error: { code: "002014095", message: "" } }),
      }),
      anEntryIn("withdrawn", { problem: aProblem("upstream-prompt-refused") }),
    ];
    for (const entry of others) {
      expect(isPromptRefused(entry)).toBe(false);
      expect(canRetry(entry)).toBe(true);
    }
  });
});

test.each(["upstream-invalid-parameters", "invalid-parameters", "body-too-large"] as const)(
  "a request refused for %s is not offered for an unchanged retry",
  (code) => {
    const entry = anEntryIn("refused", { problem: aProblem(code) });
    expect(needsAnotherRequest(entry)).toBe(true);
    expect(canRetry(entry)).toBe(false);
    expect(isPromptRefused(entry)).toBe(false);
  },
);
