/** Making a generation again: what that may cost decides how. */
import { beforeEach, describe, expect, test } from "vitest";
import { ENTRY_PHASES, type EntryPhase } from "#studio/domain/life/library-entry.ts";
import { studioProblem } from "#studio/domain/life/studio-problem.ts";
import { aFailedEntry, anEntryIn, atSecond } from "#studio/testing/fixtures.ts";
import { domFault } from "#studio/testing/memory-library.ts";
import { openPage } from "#studio/testing/page.ts";

let page: ReturnType<typeof openPage>;
beforeEach(() => {
  page = openPage();
});

const request = { prompt: "A lighthouse at dusk" };
const typed = { externalTaskId: "mine", request: { ...request, external_task_id: "mine" } };
const settle = () => page.time.advance(0);

const others = (...phases: EntryPhase[]) => ENTRY_PHASES.filter((each) => !phases.includes(each));
const nothingDone = { ok: true, ids: ["entry-1"], isEarlier: true };

describe("a retry", () => {
  test("makes a new entry under a new id, and keeps the failed one", async () => {
    const failed = aFailedEntry({ id: "failed", pairId: "pair" });
    await page.keep(failed);
    expect(await page.actions.retry("failed")).toEqual({
      ok: true,
      ids: ["id-1"],
      isEarlier: false,
    });
    await settle();
    expect(page.row("failed")).toEqual(failed);
    expect(page.row("id-1")).toMatchObject({
      retryOf: "failed",
      pairId: "pair",
      externalTaskId: "id-1",
      request: { prompt: failed.request.prompt, external_task_id: "id-1" },
    });
    expect(page.sentIds()).toEqual(["id-1"]);
  });

  test("keeps an id that the creator typed only where Kirin never took it", async () => {
    await page.keep(
      anEntryIn("refused", { id: "refused", ...typed }),
      aFailedEntry({ id: "failed", ...typed, externalTaskId: "other" }),
      anEntryIn("withdrawn", { id: "withdrawn", ...typed, externalTaskId: "third" }),
    );
    for (const id of ["refused", "failed", "withdrawn"]) await page.actions.retry(id);
    await settle();
    expect(page.sentIds()).toEqual(["mine", "id-2", "third"]);
  });

  test("of an entry without a typed id has a new one", async () => {
    await page.keep(anEntryIn("refused"));
    await page.actions.retry("entry-1");
    await settle();
    expect(page.sentIds()).toEqual(["id-1"]);
  });

  test("submit: try again is pressed twice, or in two tabs → one new generation", async () => {
    const other = openPage(page.disk, page.time, "other");
    await page.keep(aFailedEntry());
    await other.library.load();
    await Promise.all([
      page.actions.retry("entry-1"),
      page.actions.retry("entry-1"),
      other.actions.retry("entry-1"),
    ]);
    await settle();
    expect(page.disk.rows.size).toBe(2);
    expect(page.creates.length + other.creates.length).toBe(1);
  });

  test("can be made again, once the last one is known of", async () => {
    await page.keep(aFailedEntry());
    await page.actions.retry("entry-1");
    page.time.nowMs += 60_000;
    expect(await page.actions.retry("entry-1")).toMatchObject({ ids: ["id-2"], isEarlier: false });
    expect(page.row("id-2")?.pressKey).toContain("retry entry-1 1/");
    expect(page.disk.rows.size).toBe(3);
  });

  test("of one is no press of another of the same request", async () => {
    await page.keep(aFailedEntry({ id: "a" }), aFailedEntry({ id: "b" }));
    await page.actions.retry("a");
    await page.actions.retry("b");
    expect(page.disk.rows.size).toBe(4);
  });

  test.each(others("failed", "refused", "withdrawn"))("is not for what is %s", async (phase) => {
    await page.keep(anEntryIn(phase));
    page.disk.fault = domFault("UnknownError");
    expect(await page.actions.retry("entry-1")).toEqual(nothingDone);
    page.disk.fault = null;
    expect(page.disk.rows.size).toBe(1);
  });

  test("of nothing is nothing", async () => {
    for (const action of ["retry", "startOver", "sendAgain"] as const) {
      expect(await page.actions[action]("entry-1")).toEqual(nothingDone);
    }
    expect(page.disk.rows.size).toBe(0);
  });
});

describe("starting over", () => {
  test.each(["unknown", "never-arrived", "lost"] as const)(
    "makes the same under a new id, although it is %s",
    async (phase) => {
      const entry = anEntryIn(phase, typed);
      await page.keep(entry);
      expect(await page.actions.startOver("entry-1")).toMatchObject({ ids: ["id-1"] });
      await settle();
      expect(page.sentIds()).toEqual(["id-1"]);
      expect(page.row("id-1")?.retryOf).toBe("entry-1");
      expect(page.row("entry-1")).toEqual(entry);
    },
  );

  test.each(others("unknown", "never-arrived", "lost"))("is not for what is %s", async (phase) => {
    await page.keep(anEntryIn(phase));
    expect(await page.actions.startOver("entry-1")).toEqual(nothingDone);
    expect(page.disk.rows.size).toBe(1);
  });
});

describe("sending again what never arrived", () => {
  const entry = anEntryIn("never-arrived", {
    problem: studioProblem("never-arrived", { detail: "", retryable: true }),
  });

  test("is one more create under the same id, and no new entry", async () => {
    await page.keep(entry);
    page.time.nowMs += 90_000;
    expect(await page.actions.sendAgain("entry-1")).toEqual({ ...nothingDone, isEarlier: false });
    await settle();
    expect(page.sentIds()).toEqual(["entry-1"]);
    expect(page.row("entry-1")).toMatchObject({
      phase: "sending",
      attempts: 2,
      queuedAt: atSecond(90),
      sentAt: atSecond(90),
      problem: null,
    });
    expect(page.disk.rows.size).toBe(1);
  });

  test("submit: send again is pressed twice, or in two tabs → one create", async () => {
    const other = openPage(page.disk, page.time, "other");
    await page.keep(entry);
    await other.library.load();
    await Promise.all([
      page.actions.sendAgain("entry-1"),
      page.actions.sendAgain("entry-1"),
      other.actions.sendAgain("entry-1"),
    ]);
    await settle();
    expect(page.creates.length + other.creates.length).toBe(1);
  });

  test("is left to another tab that was quicker, and to that tab's fate", async () => {
    await page.keep(entry);
    page.disk.rows.set("entry-1", anEntryIn("sending", { attempts: 2 }));
    expect(await page.actions.sendAgain("entry-1")).toEqual(nothingDone);
    await settle();
    expect(page.creates).toEqual([]);
  });

  test("is not done while it cannot be written down", async () => {
    await page.keep(entry);
    page.disk.fault = domFault("QuotaExceededError");
    expect(await page.actions.sendAgain("entry-1")).toMatchObject({
      ok: false,
      problem: { code: "storage-full", outcome: "not-sent" },
    });
    page.disk.fault = null;
    await settle();
    expect(page.creates).toEqual([]);
    expect(page.library.get("entry-1")).toEqual(entry);
  });

  test.each(others("never-arrived", "prepared", "held"))("is not for what is %s", async (phase) => {
    const there = anEntryIn(phase);
    await page.keep(there);
    expect(await page.actions.sendAgain("entry-1")).toEqual(nothingDone);
    await settle();
    expect(page.row("entry-1")).toEqual(there);
    expect(page.creates).toEqual([]);
  });
});
