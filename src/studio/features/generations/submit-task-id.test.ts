/** A task id that the creator typed: sent unchanged, and rejected while it is in use. */
import { beforeEach, describe, expect, test } from "vitest";
import { aHeldEntry, anEntryIn, aPreparedEntry, aWatchedEntry } from "#studio/testing/fixtures.ts";
import { openPage } from "#studio/testing/page.ts";

let page: ReturnType<typeof openPage>;
beforeEach(() => {
  page = openPage();
});

const request = { prompt: "A lighthouse at dusk" };
const typed = { ...request, external_task_id: "mine" };
const submit = (press: string | null, asked: typeof request = typed) =>
  page.generations.submit([asked], { pair: false, press });

describe("a custom task id", () => {
  const inUse = {
    status: "failed",
    problem: {
      code: "task-id-in-use",
      outcome: "not-sent",
      retryable: false,
      detail: "The library already has a generation with the task id “mine”.",
      issues: [{ field: "external_task_id", message: "external-task-id-in-use" }],
    },
  };

  test("is sent unchanged", async () => {
    await submit(null);
    await page.time.advance(0);
    expect(page.sentIds()).toEqual(["mine"]);
    expect(page.row("id-1")).toMatchObject({ externalTaskId: "mine" });
  });

  test.each([
    "prepared",
    "held",
    "sending",
    "unknown",
    "never-arrived",
    "accepted",
    "waiting",
    "completed",
    "failed",
    "lost",
  ] as const)("is rejected while an entry with it is %s", async (phase) => {
    await page.library.add([anEntryIn(phase, { id: "x", externalTaskId: "mine" })]);
    expect(await submit("draft 1")).toMatchObject(inUse);
    expect(page.disk.rows.size).toBe(1);
  });

  test("is rejected if another press used it", async () => {
    const earlier = anEntryIn("accepted", {
      id: "x",
      externalTaskId: "mine",
      pressKey: "draft 0/1",
    });
    await page.library.add([earlier]);
    expect(await submit("draft 1")).toMatchObject(inUse);
  });

  test.each(["refused", "withdrawn"] as const)(
    "can be used again after its entry was %s",
    async (phase) => {
      await page.library.add([anEntryIn(phase, { id: "x", externalTaskId: "mine" })]);
      expect(await submit("draft 1")).toMatchObject({ status: "changed" });
    },
  );

  test("is rejected if Kirin says that it was used", async () => {
    const used = anEntryIn("refused", { id: "x", externalTaskId: "mine", isConflict: true });
    await page.library.add([used]);
    expect(await submit("draft 1")).toMatchObject(inUse);
  });

  test("is rejected if it was in the library before this page was opened", async () => {
    page.disk.rows.set("x", aWatchedEntry({ id: "x", externalTaskId: "mine" }));
    expect(await submit(null)).toMatchObject(inUse);
  });

  test("is rejected for both requests of a pair", async () => {
    const pair = [typed, { ...typed, mode: "pro" as const }];
    const result = await page.generations.submit(pair, { pair: true, press: null });
    expect(result).toMatchObject(inUse);
    expect(page.disk.rows.size).toBe(0);
  });

  test("is accepted if only other ids are in the library", async () => {
    await page.library.add([aPreparedEntry({ id: "x" }), aHeldEntry({ id: "y" })]);
    expect(await submit(null)).toMatchObject({ status: "changed" });
    expect(await submit("draft 2", request)).toMatchObject({ status: "changed" });
  });
});
