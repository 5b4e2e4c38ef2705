import { beforeEach, expect, test, vi } from "vitest";
import { domFault } from "#studio/testing/memory-library.ts";
import { type LostReason, reconnecting } from "./reconnecting.ts";

/** Stands for a connection: its number, counted from 1. */
const open = vi.fn<(onLost: (reason: LostReason) => void) => Promise<number>>();
const onReplaced = vi.fn();
/** What the connections reported as lost, by number. */
let lose: ((reason: LostReason) => void)[];

beforeEach(() => {
  lose = [];
  onReplaced.mockReset();
  open.mockReset().mockImplementation(async (onLost) => lose.push(onLost));
});

const number = async (connection: number) => connection;

test("opens the database on first use, once for everyone", async () => {
  const withDatabase = reconnecting(open, onReplaced);
  expect(open).not.toHaveBeenCalled();
  const results = await Promise.all([withDatabase(number), withDatabase(number)]);
  expect(results).toEqual([
    { ok: true, value: 1 },
    { ok: true, value: 1 },
  ]);
  expect(open).toHaveBeenCalledOnce();
});

test("opens it again on the next use after the browser dropped it", async () => {
  const withDatabase = reconnecting(open, onReplaced);
  await withDatabase(number);
  lose[0]?.("dropped");
  expect(open).toHaveBeenCalledOnce();
  expect(await withDatabase(number)).toEqual({ ok: true, value: 2 });
  expect(onReplaced).not.toHaveBeenCalled();
});

test("ignores the loss of a connection that is no longer used", async () => {
  const withDatabase = reconnecting(open, onReplaced);
  await withDatabase(number);
  lose[0]?.("dropped");
  await withDatabase(number);
  lose[0]?.("dropped");
  expect(await withDatabase(number)).toEqual({ ok: true, value: 2 });
});

test("reports that a newer version took over", async () => {
  const withDatabase = reconnecting(open, onReplaced);
  await withDatabase(number);
  lose[0]?.("replaced");
  expect(onReplaced).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ code: "storage-replaced" }),
  );
});

test.each(["InvalidStateError", "UnknownError"])(
  "repeats work once on a new connection after %s",
  async (name) => {
    const withDatabase = reconnecting(open, onReplaced);
    const work = vi.fn(async (connection: number) => {
      if (connection === 1) throw domFault(name);
      return connection;
    });
    expect(await withDatabase(work)).toEqual({ ok: true, value: 2 });
    expect(work).toHaveBeenCalledTimes(2);
  },
);

test("opens one new connection when several pieces of work find the old one dropped", async () => {
  const withDatabase = reconnecting(open, onReplaced);
  const work = async (connection: number) => {
    if (connection === 1) throw domFault("InvalidStateError");
    return connection;
  };
  const results = await Promise.all([withDatabase(work), withDatabase(work)]);
  expect(results.map((result) => result.ok && result.value)).toEqual([2, 2]);
  expect(open).toHaveBeenCalledTimes(2);
});

test("gives up when the new connection fails as well", async () => {
  const withDatabase = reconnecting(open, onReplaced);
  const work = vi.fn(() => Promise.reject(domFault("InvalidStateError")));
  expect(await withDatabase(work)).toMatchObject({
    ok: false,
    problem: { code: "storage-unavailable" },
  });
  expect(work).toHaveBeenCalledTimes(2);
});

test("does not repeat work that failed for another reason", async () => {
  const withDatabase = reconnecting(open, onReplaced);
  const work = vi.fn(() => Promise.reject(domFault("QuotaExceededError")));
  expect(await withDatabase(work)).toMatchObject({ ok: false, problem: { code: "storage-full" } });
  expect(work).toHaveBeenCalledOnce();
  expect(open).toHaveBeenCalledOnce();
});

test("tries to open it again after a failed attempt", async () => {
  const withDatabase = reconnecting(open, onReplaced);
  open.mockRejectedValueOnce(domFault("SecurityError"));
  const work = vi.fn(number);
  expect(await withDatabase(work)).toMatchObject({
    ok: false,
    problem: { code: "storage-unavailable" },
  });
  expect(work).not.toHaveBeenCalled();
  expect(await withDatabase(work)).toMatchObject({ ok: true });
});
