/** Pressing Generate. */
import { beforeEach, describe, expect, test, vi } from "vitest";
import {
  aHeldEntry,
  anEntryIn,
  aPreparedEntry,
  aProblem,
  atSecond,
  aWatchedEntry,
  NOON,
} from "#studio/testing/fixtures.ts";
import { domFault } from "#studio/testing/memory-library.ts";
import { openPage } from "#studio/testing/page.ts";

let page: ReturnType<typeof openPage>;
beforeEach(() => {
  page = openPage();
});

const request = { prompt: "A lighthouse at dusk" };
const submit = (press: string | null = null, asked = request, from = page) =>
  from.actions.submitGenerations([asked], { pair: false, press });
const settle = () => page.time.advance(0);

describe("journal before money", () => {
  test("the entry is on the disk before a byte leaves, with its id as the task id", async () => {
    const pressed = await submit("draft 1");
    expect(pressed).toEqual({ ok: true, ids: ["id-1"], isEarlier: false });
    await settle();
    expect(page.creates).toHaveLength(1);
    expect(page.creates[0]?.body).toEqual({ ...request, external_task_id: "id-1" });
    expect(page.creates[0]?.row).toMatchObject({
      phase: "sending",
      preparedAt: NOON,
      pairId: null,
      retryOf: null,
      pressKey: expect.stringContaining("draft 1/"),
      request: page.creates[0]?.body,
    });
  });

  test("is done before the press is answered, and sending is not waited for", async () => {
    page.readConfig.mockReturnValue(new Promise(() => {}));
    await submit();
    expect(page.row("id-1")?.phase).toBe("prepared");
    expect(page.creates).toEqual([]);
  });

  test("if it cannot be written nothing is sent, and the reason is told", async () => {
    await page.library.load();
    page.disk.fault = domFault("QuotaExceededError");
    expect(await submit()).toMatchObject({
      ok: false,
      problem: { code: "storage-full", outcome: "not-sent" },
    });
    await settle();
    expect(page.library.getState().entries).toEqual([]);
    page.disk.fault = null;
    await page.dispatcher.send();
    expect(page.creates).toEqual([]);
  });

  test("what could not be written is no press: the next one is tried at once", async () => {
    await page.library.load();
    page.disk.fault = domFault("QuotaExceededError");
    expect(await submit()).toMatchObject({ ok: false });
    page.disk.fault = null;
    expect(await submit()).toMatchObject({ ok: true });
  });

  test("the browser is asked to keep the library before money depends on it", async () => {
    await submit();
    expect(page.askToKeepLibrary).toHaveBeenCalledOnce();
  });

  test("a pair is journalled whole, and each of it sent once", async () => {
    const pair = [request, { ...request, mode: "pro" as const }];
    const result = await page.actions.submitGenerations(pair, { pair: true, press: "draft 1" });
    expect(result).toEqual({ ok: true, ids: ["id-2", "id-3"], isEarlier: false });
    await settle();
    expect([...page.disk.rows.values()].map(({ pairId }) => pairId)).toEqual(["id-1", "id-1"]);
    expect(page.sentIds()).toEqual(["id-2", "id-3"]);
  });
});

describe("one press", () => {
  test("several takes are journalled in one go, each with an id, a press and a time of its own, the first pair first", async () => {
    const pairs = [1, 2, 3].flatMap(() => [request, { ...request, mode: "pro" as const }]);
    const press = { pair: true, press: "draft 1" };
    const result = await page.actions.submitGenerations(pairs, press);
    expect(result.ok && result.ids).toHaveLength(6);
    const rows = [...page.disk.rows.values()];
    expect(new Set(rows.map(({ pairId }) => pairId)).size).toBe(1);
    expect(new Set(rows.map(({ pressKey }) => pressKey)).size).toBe(6);
    expect(rows.map(({ preparedAt }) => Date.parse(preparedAt) - Date.parse(NOON))).toEqual([
      -2, -2, -1, -1, 0, 0,
    ]);
    await settle();
    expect(new Set(page.creates.map(({ body }) => body.external_task_id)).size).toBe(
      page.creates.length,
    );
  });

  test("none of several takes is left where one could not be written", async () => {
    await page.library.load();
    page.disk.fault = domFault("QuotaExceededError");
    const pairs = [request, { ...request, mode: "pro" as const }, request];
    expect(await page.actions.submitGenerations(pairs, { pair: true, press: "d" })).toMatchObject({
      ok: false,
    });
    expect(page.disk.rows.size).toBe(0);
  });

  test("the same press in two tabs is one, however many takes each of them asks for", async () => {
    const other = openPage(page.disk, page.time, "other");
    const pair = [request, { ...request, mode: "pro" as const }];
    const press = { pair: true, press: "draft 1" };
    const first = await page.actions.submitGenerations([...pair, ...pair], press);
    const second = await other.actions.submitGenerations(pair, press);
    expect(second).toMatchObject({ ok: true, isEarlier: true });
    expect(second.ok && first.ok && first.ids.slice(0, 2)).toEqual(second.ok && second.ids);
    expect(page.disk.rows.size).toBe(4);
  });

  test("two clicks of a shaky finger are one generation; a later one is another", async () => {
    const [first, second] = await Promise.all([submit(), submit()]);
    expect(second).toEqual(first);
    page.time.nowMs += 699;
    expect(await submit()).toEqual(first);
    page.time.nowMs += 1;
    expect(await submit()).toMatchObject({ ids: ["id-2"] });
    await settle();
    expect(page.creates).toHaveLength(2);
  });

  test("of another request is another, however quick", async () => {
    await submit();
    await submit(null, { prompt: "Another lighthouse" });
    await settle();
    expect(page.creates).toHaveLength(2);
  });

  test("on a clock that was set back is not taken for an earlier one for ever", async () => {
    await submit();
    page.time.nowMs -= 3_600_000;
    expect(await submit()).toMatchObject({ ids: ["id-2"] });
  });

  test("while the same is still being written down is the same, however late", async () => {
    let open = () => {};
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    vi.spyOn(page.library, "load").mockReturnValueOnce(opened);
    const first = submit();
    page.time.nowMs += 5000;
    const second = submit();
    open();
    expect(await second).toEqual(await first);
    await settle();
    expect(page.creates).toHaveLength(1);
    expect(await submit()).not.toEqual(await first);
  });

  test("that failed does not make a later one forgotten", async () => {
    const { add } = page.library;
    let fail = () => {};
    vi.spyOn(page.library, "add").mockImplementationOnce(
      () =>
        new Promise((resolve) => {
          fail = () => resolve({ ok: false, problem: aProblem("internal-error") });
        }),
    );
    const failing = submit(null, { prompt: "Another lighthouse" });
    await settle();
    page.library.add = add;
    const first = await submit();
    fail();
    await failing;
    expect(await submit()).toEqual(first);
    expect(page.disk.rows.size).toBe(1);
  });

  test("of one draft in two tabs is one generation, and both show it", async () => {
    const other = openPage(page.disk, page.time, "other");
    const [here, there] = await Promise.all([submit("draft 1"), submit("draft 1", request, other)]);
    expect(here).toEqual({ ok: true, ids: ["id-1"], isEarlier: false });
    expect(there).toEqual({ ok: true, ids: ["id-1"], isEarlier: true });
    await settle();
    expect([...page.disk.rows.keys()]).toEqual(["id-1"]);
    expect(other.library.get("id-1")).toBeDefined();
    expect(page.creates.length + other.creates.length).toBe(1);
  });

  test("of one draft with a typed task id in two tabs is one generation as well", async () => {
    const other = openPage(page.disk, page.time, "other");
    const typed = { ...request, external_task_id: "mine" };
    await submit("draft 1", typed);
    await settle();
    expect(await submit("draft 1", typed, other)).toEqual({
      ok: true,
      ids: ["id-1"],
      isEarlier: true,
    });
  });

  test("of the next draft, or of none, is another", async () => {
    await submit("draft 1");
    const other = openPage(page.disk, page.time, "other");
    await submit("draft 2", request, other);
    await submit(null, request, openPage(page.disk, page.time, "third"));
    await submit(null, request, openPage(page.disk, page.time, "fourth"));
    expect(page.disk.rows.size).toBe(4);
  });
});

describe("a task id that the creator typed", () => {
  const typed = { ...request, external_task_id: "mine" };
  const inUse = {
    ok: false,
    problem: {
      code: "task-id-in-use",
      outcome: "not-sent",
      retryable: false,
      detail: "The library already has a generation with the task id “mine”.",
      issues: [{ field: "external_task_id", message: "external-task-id-in-use" }],
    },
  };

  test("is sent as it is", async () => {
    await submit(null, typed);
    await settle();
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
  ] as const)("is not sent a second time, while one that has it is %s", async (phase) => {
    await page.library.add([anEntryIn(phase, { id: "x", externalTaskId: "mine" })]);
    expect(await submit("draft 1", typed)).toMatchObject(inUse);
    expect(page.disk.rows.size).toBe(1);
  });

  test("is not sent a second time by another press", async () => {
    const pressed = anEntryIn("accepted", {
      id: "x",
      externalTaskId: "mine",
      pressKey: "draft 0/1",
    });
    await page.library.add([pressed]);
    expect(await submit("draft 1", typed)).toMatchObject(inUse);
  });

  test.each(["refused", "withdrawn"] as const)("may be used where one was %s", async (phase) => {
    await page.library.add([anEntryIn(phase, { id: "x", externalTaskId: "mine" })]);
    expect(await submit("draft 1", typed)).toMatchObject({ ok: true });
  });

  test("is not free where Kirin says that it was used", async () => {
    const used = anEntryIn("refused", { id: "x", externalTaskId: "mine", isConflict: true });
    await page.library.add([used]);
    expect(await submit("draft 1", typed)).toMatchObject(inUse);
  });

  test("is known although it is in the library of before this page was opened", async () => {
    page.disk.rows.set("x", aWatchedEntry({ id: "x", externalTaskId: "mine" }));
    expect(await submit(null, typed)).toMatchObject(inUse);
  });

  test("stands for one generation, not for both of a pair", async () => {
    const pair = [typed, { ...typed, mode: "pro" as const }];
    const result = await page.actions.submitGenerations(pair, { pair: true, press: null });
    expect(result).toMatchObject(inUse);
    expect(page.disk.rows.size).toBe(0);
  });

  test("says nothing about others", async () => {
    await page.library.add([aPreparedEntry({ id: "x" }), aHeldEntry({ id: "y" })]);
    expect(await submit(null, typed)).toMatchObject({ ok: true });
    expect(await submit("draft 2")).toMatchObject({ ok: true });
  });
});

test("the place in the queue is the time of the press", async () => {
  page.time.nowMs += 7000;
  await submit();
  expect(page.row("id-1")?.queuedAt).toBe(atSecond(7));
});
