/** Repeating a generation: as a new entry, or by sending the same one again, depending on what may be charged. */
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
const unchanged = { status: "unchanged" };
const nothingSubmitted = { status: "unchanged", ids: [] };

describe("a retry", () => {
  test("makes a new entry with a new id, and keeps the failed one", async () => {
    const failed = aFailedEntry({ id: "failed", pairId: "pair" });
    await page.keep(failed);
    expect(await page.generations.retry("failed")).toEqual({ status: "changed", ids: ["id-1"] });
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

  test("keeps a custom task id only if Kirin never accepted it", async () => {
    await page.keep(
      anEntryIn("refused", { id: "refused", ...typed }),
      aFailedEntry({ id: "failed", ...typed, externalTaskId: "other" }),
      anEntryIn("withdrawn", { id: "withdrawn", ...typed, externalTaskId: "third" }),
    );
    for (const id of ["refused", "failed", "withdrawn"]) await page.generations.retry(id);
    await settle();
    expect(page.sentIds()).toEqual(["mine", "id-2", "third"]);
  });

  test("uses a new id if there was no custom one", async () => {
    await page.keep(anEntryIn("refused"));
    await page.generations.retry("entry-1");
    await settle();
    expect(page.sentIds()).toEqual(["id-1"]);
  });

  test("submit: try again is pressed twice, or in two tabs → one new generation", async () => {
    const other = openPage(page.disk, page.time, "other");
    await page.keep(aFailedEntry());
    await other.library.load();
    await Promise.all([
      page.generations.retry("entry-1"),
      page.generations.retry("entry-1"),
      other.generations.retry("entry-1"),
    ]);
    await settle();
    expect(page.disk.rows.size).toBe(2);
    expect(page.creates.length + other.creates.length).toBe(1);
  });

  test("can be repeated once the last one is in the library", async () => {
    await page.keep(aFailedEntry());
    await page.generations.retry("entry-1");
    page.time.nowMs += 60_000;
    expect(await page.generations.retry("entry-1")).toEqual({ status: "changed", ids: ["id-2"] });
    expect(page.row("id-2")?.pressKey).toContain("retry entry-1 1/");
    expect(page.disk.rows.size).toBe(3);
  });

  test("counts as a separate press for each entry, even with the same request", async () => {
    await page.keep(aFailedEntry({ id: "a" }), aFailedEntry({ id: "b" }));
    await page.generations.retry("a");
    await page.generations.retry("b");
    expect(page.disk.rows.size).toBe(4);
  });

  test.each(others("failed", "refused", "withdrawn"))("does nothing if it is %s", async (phase) => {
    await page.keep(anEntryIn(phase));
    page.disk.fault = domFault("UnknownError");
    expect(await page.generations.retry("entry-1")).toEqual(nothingSubmitted);
    page.disk.fault = null;
    expect(page.disk.rows.size).toBe(1);
  });
});

describe("starting over", () => {
  test.each(["unknown", "never-arrived", "lost"] as const)(
    "makes the same request under a new id if it is %s",
    async (phase) => {
      const entry = anEntryIn(phase, typed);
      await page.keep(entry);
      expect(await page.generations.startOver("entry-1")).toMatchObject({ ids: ["id-1"] });
      await settle();
      expect(page.sentIds()).toEqual(["id-1"]);
      expect(page.row("id-1")?.retryOf).toBe("entry-1");
      expect(page.row("entry-1")).toEqual(entry);
    },
  );

  test.each(others("unknown", "never-arrived", "lost"))(
    "does nothing if it is %s",
    async (phase) => {
      await page.keep(anEntryIn(phase));
      expect(await page.generations.startOver("entry-1")).toEqual(nothingSubmitted);
      expect(page.disk.rows.size).toBe(1);
    },
  );
});

describe("sending again an entry that never arrived", () => {
  const entry = anEntryIn("never-arrived", {
    problem: studioProblem("never-arrived", { detail: "", retryable: true }),
  });

  test("makes one more create under the same id, and no new entry", async () => {
    await page.keep(entry);
    page.time.nowMs += 90_000;
    expect(await page.generations.sendAgain("entry-1")).toEqual({ status: "changed" });
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
      page.generations.sendAgain("entry-1"),
      page.generations.sendAgain("entry-1"),
      other.generations.sendAgain("entry-1"),
    ]);
    await settle();
    expect(page.creates.length + other.creates.length).toBe(1);
  });

  test("does nothing if another tab was first", async () => {
    await page.keep(entry);
    page.disk.rows.set("entry-1", anEntryIn("sending", { attempts: 2 }));
    expect(await page.generations.sendAgain("entry-1")).toEqual(unchanged);
    await settle();
    expect(page.creates).toEqual([]);
  });

  test("does nothing while it cannot be written to disk", async () => {
    await page.keep(entry);
    page.disk.fault = domFault("QuotaExceededError");
    expect(await page.generations.sendAgain("entry-1")).toMatchObject({
      status: "failed",
      problem: { code: "storage-full", outcome: "not-sent" },
    });
    page.disk.fault = null;
    await settle();
    expect(page.creates).toEqual([]);
    expect(page.library.get("entry-1")).toEqual(entry);
  });

  test.each(others("never-arrived", "prepared", "held"))(
    "does nothing if it is %s",
    async (phase) => {
      const there = anEntryIn(phase);
      await page.keep(there);
      expect(await page.generations.sendAgain("entry-1")).toEqual(unchanged);
      await settle();
      expect(page.row("entry-1")).toEqual(there);
      expect(page.creates).toEqual([]);
    },
  );
});
