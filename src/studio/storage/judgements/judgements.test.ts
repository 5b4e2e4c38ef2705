import { beforeEach, describe, expect, test } from "vitest";
import type { Remark } from "#studio/domain/judging/judgement.ts";
import { eventually } from "#studio/testing/eventually.ts";
import { aRemark, aVerdict } from "#studio/testing/judgement-fixtures.ts";
import { MemoryJudgements } from "#studio/testing/memory-judgements.ts";
import { domFault } from "#studio/testing/memory-library.ts";
import type { JudgementChange } from "./judgement-database.ts";

let disk: MemoryJudgements;
beforeEach(() => {
  disk = new MemoryJudgements();
});

const remark = aRemark();
const note =
  (text: string): JudgementChange =>
  (before) => ({ ...((before as Remark | undefined) ?? remark), note: text });

test("reads the disk with the first subscriber", async () => {
  disk.rows.set(remark.id, remark);
  const judgements = disk.open();
  expect(disk.openCount).toBe(0);
  judgements.subscribe(() => {});
  expect(judgements.getState().isLoading).toBe(true);
  await judgements.load();
  expect(judgements.getState()).toMatchObject({ isLoading: false, problem: null });
  expect([...judgements.getState().byId.values()]).toEqual([remark]);
});

test("shows a change immediately, writes it, and notifies the other tabs", async () => {
  const judgements = disk.open();
  const writing = judgements.change(remark.id, note("soft"));
  expect(judgements.getState().byId.get(remark.id)).toMatchObject({ note: "soft" });
  expect(disk.rows.size).toBe(0);
  expect(await writing).toEqual({ ...remark, note: "soft" });
  expect(disk.rows.get(remark.id)).toEqual({ ...remark, note: "soft" });
  expect(disk.post).toHaveBeenCalledExactlyOnceWith([remark.id]);
});

test("applies a change to what another tab has written", async () => {
  const judgements = disk.open();
  await judgements.load();
  disk.rows.set(remark.id, { ...remark, rating: 4 });
  expect(await judgements.change(remark.id, note("soft"))).toMatchObject({
    rating: 4,
    note: "soft",
  });
  disk.rows.set(remark.id, { ...remark, rating: 5 });
  judgements.notify([remark.id]);
  await eventually(() =>
    expect(judgements.getState().byId.get(remark.id)).toMatchObject({ rating: 5, note: "" }),
  );
});

describe("a change that is not on disk yet", () => {
  test("storage: the device is full when a judgement is saved → it stays on screen with the problem, and is written once there is space", async () => {
    const judgements = disk.open();
    disk.faults.writing = domFault("QuotaExceededError");
    await judgements.change(remark.id, note("soft"));
    await judgements.change(remark.id, (before) => ({ ...(before as Remark), rating: 2 }));
    expect(judgements.getState()).toMatchObject({
      unsavedCount: 2,
      problem: { code: "storage-full" },
    });
    expect(judgements.getState().byId.get(remark.id)).toMatchObject({ note: "soft", rating: 2 });
    expect(disk.rows.size).toBe(0);

    disk.faults.writing = null;
    await judgements.tryAgain();
    expect(disk.rows.get(remark.id)).toEqual({ ...remark, note: "soft", rating: 2 });
    expect(judgements.getState()).toMatchObject({ unsavedCount: 0, problem: null });
  });

  test("is written together with the other changes of its row", async () => {
    const judgements = disk.open();
    const typed = ["s", "so", "soft"].map((text) => judgements.change(remark.id, note(text)));
    await Promise.all(typed);
    expect(disk.rows.get(remark.id)).toMatchObject({ note: "soft" });
    expect(disk.post).toHaveBeenCalledTimes(1);
  });

  test("is written even if it was made while another row was being written", async () => {
    const judgements = disk.open();
    const verdict = aVerdict();
    const first = judgements.change(verdict.id, () => verdict);
    const second = judgements.change(remark.id, note("first"));
    disk.post.mockImplementationOnce(() => void judgements.change(remark.id, note("second")));
    await Promise.all([first, second]);
    await eventually(() =>
      expect(judgements.getState().byId.get(remark.id)).toMatchObject({ note: "second" }),
    );
    expect(disk.rows.get(remark.id)).toMatchObject({ note: "second" });
  });

  test("is written before the next change", async () => {
    const judgements = disk.open();
    disk.faults.writing = domFault("AbortError");
    await judgements.change(remark.id, note("first"));
    disk.faults.writing = null;
    const verdict = aVerdict();
    await judgements.change(verdict.id, () => verdict);
    expect([...disk.rows.keys()]).toEqual([remark.id, verdict.id]);
  });
});

test("storage: judgements cannot be read at startup → the problem is shown, and they are read as soon as the disk works", async () => {
  disk.rows.set(remark.id, remark);
  disk.faults.opening = domFault("SecurityError");
  const judgements = disk.open();
  await judgements.load();
  expect(judgements.getState()).toMatchObject({
    isLoading: false,
    problem: { code: "storage-unavailable" },
  });
  disk.faults.opening = null;
  const verdict = aVerdict();
  await judgements.change(verdict.id, () => verdict);
  expect(judgements.getState().byId.size).toBe(2);
  expect(judgements.getState().problem).toBeNull();
});

test("reopens a connection that the browser dropped", async () => {
  const judgements = disk.open();
  await judgements.load();
  disk.lose("dropped");
  await judgements.change(remark.id, note("soft"));
  expect(disk.openCount).toBe(2);
  disk.faults.writing = domFault("InvalidStateError");
  await judgements.change(remark.id, note("softer"));
  expect(disk.openCount).toBe(3);
});

test("reports that a newer version of the studio took over", async () => {
  const judgements = disk.open();
  await judgements.load();
  disk.lose("replaced");
  expect(judgements.getState().problem).toMatchObject({ code: "storage-replaced" });
});
