import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Judgement, Remark } from "../domain/judgement.ts";
import { aRemark, aVerdict } from "../testing/judgement-fixtures.ts";
import { domFault } from "../testing/memory-library.ts";
import type { JudgementChange, JudgementDatabase } from "./judgement-database.ts";
import { createJudgements } from "./judgements.ts";

const rows = new Map<string, Judgement>();
const fault: { opening: Error | null; reading: Error | null; writing: Error | null } = {
  opening: null,
  reading: null,
  writing: null,
};
const open = vi.fn(async (): Promise<JudgementDatabase> => {
  if (fault.opening) throw fault.opening;
  return {
    read: async (ids) => {
      if (fault.reading) throw fault.reading;
      return [...rows.values()].filter(({ id }) => ids?.includes(id) ?? true);
    },
    change: async (id, change) => {
      if (fault.writing) throw fault.writing;
      const changed = change(rows.get(id));
      rows.set(id, changed);
      return changed;
    },
  };
});

let lose: (reason: "replaced" | "dropped") => void;
const post = vi.fn();
function tab() {
  const listen = vi.fn();
  const judgements = createJudgements({
    openDatabase: (onLost) => {
      lose = onLost;
      return open();
    },
    channel: { post, listen },
  });
  return { ...judgements, hear: (ids: string[]) => listen.mock.calls[0]?.[0](ids) };
}

beforeEach(() => {
  rows.clear();
  Object.assign(fault, { opening: null, reading: null, writing: null });
  vi.clearAllMocks();
});

const remark = aRemark();
const note =
  (text: string): JudgementChange =>
  (before) => ({ ...((before as Remark | undefined) ?? remark), note: text });

test("reads the disk when somebody looks", async () => {
  rows.set(remark.id, remark);
  const judgements = tab();
  expect(open).not.toHaveBeenCalled();
  judgements.subscribe(() => {});
  expect(judgements.getSnapshot().isLoading).toBe(true);
  await judgements.load();
  expect(judgements.getSnapshot()).toMatchObject({ isLoading: false, problem: null });
  expect([...judgements.getSnapshot().byId.values()]).toEqual([remark]);
});

test("shows a change at once, writes it, and tells the other tabs", async () => {
  const judgements = tab();
  const writing = judgements.change(remark.id, note("soft"));
  expect(judgements.getSnapshot().byId.get(remark.id)).toMatchObject({ note: "soft" });
  expect(rows.size).toBe(0);
  expect(await writing).toEqual({ ...remark, note: "soft" });
  expect(rows.get(remark.id)).toEqual({ ...remark, note: "soft" });
  expect(post).toHaveBeenCalledExactlyOnceWith([remark.id]);
});

test("takes over what another tab wrote, and changes that", async () => {
  const judgements = tab();
  await judgements.load();
  rows.set(remark.id, { ...remark, rating: 4 });
  expect(await judgements.change(remark.id, note("soft"))).toMatchObject({
    rating: 4,
    note: "soft",
  });
  rows.set(remark.id, { ...remark, rating: 5 });
  judgements.hear([remark.id]);
  await vi.waitFor(() =>
    expect(judgements.getSnapshot().byId.get(remark.id)).toMatchObject({ rating: 5, note: "" }),
  );
});

describe("what cannot be written", () => {
  test("storage: there is no room for a judgement → it stays on the screen, the reason is told, and it is written once there is", async () => {
    const judgements = tab();
    fault.writing = domFault("QuotaExceededError");
    await judgements.change(remark.id, note("soft"));
    await judgements.change(remark.id, (before) => ({ ...(before as Remark), rating: 2 }));
    expect(judgements.getSnapshot()).toMatchObject({
      unsavedCount: 2,
      problem: { code: "storage-full" },
    });
    expect(judgements.getSnapshot().byId.get(remark.id)).toMatchObject({ note: "soft", rating: 2 });
    expect(rows.size).toBe(0);

    fault.writing = null;
    await judgements.tryAgain();
    expect(rows.get(remark.id)).toEqual({ ...remark, note: "soft", rating: 2 });
    expect(judgements.getSnapshot()).toMatchObject({ unsavedCount: 0, problem: null });
  });

  test("is written with the next change, before it", async () => {
    const judgements = tab();
    fault.writing = domFault("AbortError");
    await judgements.change(remark.id, note("first"));
    fault.writing = null;
    const verdict = aVerdict();
    await judgements.change(verdict.id, () => verdict);
    expect([...rows.keys()]).toEqual([remark.id, verdict.id]);
  });
});

test("storage: judgements cannot be read at the start → told, and read as soon as the disk answers", async () => {
  rows.set(remark.id, remark);
  fault.opening = domFault("SecurityError");
  const judgements = tab();
  await judgements.load();
  expect(judgements.getSnapshot()).toMatchObject({
    isLoading: false,
    problem: { code: "storage-unavailable" },
  });
  fault.opening = null;
  const verdict = aVerdict();
  await judgements.change(verdict.id, () => verdict);
  expect(judgements.getSnapshot().byId.size).toBe(2);
  expect(judgements.getSnapshot().problem).toBeNull();
});

test("a connection that the browser dropped is opened anew", async () => {
  const judgements = tab();
  await judgements.load();
  lose("dropped");
  await judgements.change(remark.id, note("soft"));
  expect(open).toHaveBeenCalledTimes(2);
  fault.writing = domFault("InvalidStateError");
  await judgements.change(remark.id, note("softer"));
  expect(open).toHaveBeenCalledTimes(3);
});

test("says that a newer studio took over", async () => {
  const judgements = tab();
  await judgements.load();
  lose("replaced");
  expect(judgements.getSnapshot().problem).toMatchObject({ code: "storage-replaced" });
});
