/** Submitting requests. */
import { beforeEach, describe, expect, test, vi } from "vitest";
import { anEntryIn, aProblem, atSecond, NOON } from "#studio/testing/fixtures.ts";
import { domFault } from "#studio/testing/memory-library.ts";
import { openPage } from "#studio/testing/page.ts";
import { createGenerations } from "./create-generations.ts";

let page: ReturnType<typeof openPage>;
beforeEach(() => {
  page = openPage();
});

const request = { prompt: "A lighthouse at dusk" };
const submit = (press: string | null = null, asked = request, from = page) =>
  from.generations.submit([asked], { pair: false, press });
const settle = () => page.time.advance(0);

describe("a creator who is asked before money is spent", () => {
  const answering = (isAgreed: boolean) => {
    const mayPay = vi.fn(async () => isAgreed);
    return { mayPay, generations: createGenerations(page.deps, page.dispatcher, mayPay) };
  };

  test("declines: nothing is on disk, and nothing is sent", async () => {
    const { generations, mayPay } = answering(false);
    const both = [request, { ...request, mode: "pro" as const }];
    const submitted = await generations.submit(both, { pair: true, press: "draft 1" });
    expect(submitted).toEqual({ status: "declined" });
    expect(mayPay.mock.calls).toEqual([[both]]);
    await settle();
    expect(page.disk.rows.size).toBe(0);
    expect(page.creates).toEqual([]);
  });

  test("is asked before a retry and before an unsent request is sent again", async () => {
    const failed = anEntryIn("failed", { id: "failed" });
    const unsent = anEntryIn("never-arrived", { id: "unsent" });
    await page.keep(failed, unsent);
    const { generations, mayPay } = answering(false);
    expect(await generations.retry("failed")).toEqual({ status: "declined" });
    expect(await generations.sendAgain("unsent")).toEqual({ status: "declined" });
    expect(mayPay).toHaveBeenCalledTimes(2);
    await settle();
    expect(page.creates).toEqual([]);
    expect(page.row("unsent")?.phase).toBe("never-arrived");
  });

  test("agrees: the request is sent once", async () => {
    const { generations } = answering(true);
    await generations.submit([request], { pair: false, press: "draft 1" });
    await settle();
    expect(page.creates).toHaveLength(1);
  });
});

describe("the library before the request", () => {
  test("writes the entry to disk before anything is sent, with its id as the task id", async () => {
    const submitted = await submit("draft 1");
    expect(submitted).toEqual({ status: "changed", ids: ["id-1"] });
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

  test("resolves once the entry is on disk, without waiting for the request", async () => {
    page.readConfig.mockReturnValue(new Promise(() => {}));
    await submit();
    expect(page.row("id-1")?.phase).toBe("prepared");
    expect(page.creates).toEqual([]);
  });

  test("sends nothing if the entry cannot be written, and returns the reason", async () => {
    await page.library.load();
    page.disk.fault = domFault("QuotaExceededError");
    expect(await submit()).toMatchObject({
      status: "failed",
      problem: { code: "storage-full", outcome: "not-sent" },
    });
    await settle();
    expect(page.library.getState().entries).toEqual([]);
    page.disk.fault = null;
    await page.dispatcher.send();
    expect(page.creates).toEqual([]);
  });

  test("accepts the same press at once after it could not be written", async () => {
    await page.library.load();
    page.disk.fault = domFault("QuotaExceededError");
    expect(await submit("draft 1")).toMatchObject({ status: "failed" });
    page.disk.fault = null;
    expect(await submit("draft 1")).toMatchObject({ status: "changed" });
  });

  test("asks the browser to keep the library", async () => {
    await submit();
    expect(page.requestPersistentStorage).toHaveBeenCalledOnce();
  });

  test("adds both entries of a pair together, and sends each once", async () => {
    const pair = [request, { ...request, mode: "pro" as const }];
    const result = await page.generations.submit(pair, { pair: true, press: "draft 1" });
    expect(result).toEqual({ status: "changed", ids: ["id-2", "id-3"] });
    await settle();
    expect([...page.disk.rows.values()].map(({ pairId }) => pairId)).toEqual(["id-1", "id-1"]);
    expect(page.sentIds()).toEqual(["id-2", "id-3"]);
  });
});

describe("a press", () => {
  test("adds several takes together, each with its own id, press key and time, the first pair first", async () => {
    const pairs = [1, 2, 3].flatMap(() => [request, { ...request, mode: "pro" as const }]);
    const press = { pair: true, press: "draft 1" };
    const result = await page.generations.submit(pairs, press);
    expect(result).toMatchObject({ status: "changed", ids: { length: 6 } });
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

  test("adds none of several takes if they cannot be written", async () => {
    await page.library.load();
    page.disk.fault = domFault("QuotaExceededError");
    const pairs = [request, { ...request, mode: "pro" as const }, request];
    expect(await page.generations.submit(pairs, { pair: true, press: "d" })).toMatchObject({
      status: "failed",
    });
    expect(page.disk.rows.size).toBe(0);
  });

  test("counts once in two tabs, even with different numbers of takes", async () => {
    const other = openPage(page.disk, page.time, "other");
    const pair = [request, { ...request, mode: "pro" as const }];
    const press = { pair: true, press: "draft 1" };
    const first = await page.generations.submit([...pair, ...pair], press);
    const second = await other.generations.submit(pair, press);
    expect(first).toMatchObject({ status: "changed", ids: ["id-2", "id-3", "id-4", "id-5"] });
    expect(second).toEqual({ status: "unchanged", ids: ["id-2", "id-3"] });
    expect(page.disk.rows.size).toBe(4);
  });

  test("counts once, however often and however late it is repeated", async () => {
    const results = await Promise.all([submit("draft 1"), submit("draft 1")]);
    expect(results).toEqual([
      { status: "changed", ids: ["id-1"] },
      { status: "unchanged", ids: ["id-1"] },
    ]);
    page.time.nowMs += 3_600_000;
    expect(await submit("draft 1")).toEqual({ status: "unchanged", ids: ["id-1"] });
    page.time.nowMs -= 7_200_000;
    expect(await submit("draft 1")).toEqual({ status: "unchanged", ids: ["id-1"] });
    await settle();
    expect(page.sentIds()).toEqual(["id-1"]);
  });

  test("counts separately if the request differs, however quickly it follows", async () => {
    await submit("draft 1");
    await submit("draft 1", { prompt: "Another lighthouse" });
    await settle();
    expect(page.creates).toHaveLength(2);
  });

  test("counts once while the first is still being written, however late the second comes", async () => {
    let open = () => {};
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    vi.spyOn(page.library, "load").mockReturnValueOnce(opened);
    const first = submit("draft 1");
    page.time.nowMs += 5000;
    const second = submit("draft 1");
    open();
    const ids = ["id-1"];
    expect(await first).toEqual({ status: "changed", ids });
    expect(await second).toEqual({ status: "unchanged", ids });
    await settle();
    expect(page.creates).toHaveLength(1);
    expect(await submit("draft 2")).toMatchObject({ status: "changed" });
  });

  test("counts once even if an earlier attempt fails later", async () => {
    const { add } = page.library;
    let fail = () => {};
    vi.spyOn(page.library, "add").mockImplementationOnce(
      () =>
        new Promise((resolve) => {
          fail = () => resolve({ ok: false, problem: aProblem("internal-error") });
        }),
    );
    const failing = submit("draft 1", { prompt: "Another lighthouse" });
    await settle();
    page.library.add = add;
    const first = await submit("draft 1");
    fail();
    await failing;
    expect(first).toMatchObject({ status: "changed" });
    expect(await submit("draft 1")).toEqual({ ...first, status: "unchanged" });
    expect(page.disk.rows.size).toBe(1);
  });

  test("makes one generation of one draft in two tabs, and both tabs show it", async () => {
    const other = openPage(page.disk, page.time, "other");
    const [here, there] = await Promise.all([submit("draft 1"), submit("draft 1", request, other)]);
    expect(here).toEqual({ status: "changed", ids: ["id-1"] });
    expect(there).toEqual({ status: "unchanged", ids: ["id-1"] });
    await settle();
    expect([...page.disk.rows.keys()]).toEqual(["id-1"]);
    expect(other.library.get("id-1")).toBeDefined();
    expect(page.creates.length + other.creates.length).toBe(1);
  });

  test("makes one generation of one draft with a custom task id in two tabs", async () => {
    const other = openPage(page.disk, page.time, "other");
    const typed = { ...request, external_task_id: "mine" };
    await submit("draft 1", typed);
    await settle();
    expect(await submit("draft 1", typed, other)).toEqual({
      status: "unchanged",
      ids: ["id-1"],
    });
  });

  test("makes another generation with another press key, or without one", async () => {
    await submit("draft 1");
    const other = openPage(page.disk, page.time, "other");
    await submit("draft 2", request, other);
    await submit(null, request, openPage(page.disk, page.time, "third"));
    await submit(null, request, openPage(page.disk, page.time, "fourth"));
    expect(page.disk.rows.size).toBe(4);
  });
});

test("queues an entry at the time of its press", async () => {
  page.time.nowMs += 7000;
  await submit();
  expect(page.row("id-1")?.queuedAt).toBe(atSecond(7));
});
