/** The ledger sums charges exactly, for any set of tasks. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { DURATIONS, MODES } from "#kirin/parameters.ts";
import { resolveRequest } from "#kirin/request.ts";
import { ledgerOf } from "./ledger.ts";
import { priceOf } from "./prices.ts";
import { newRecord, parseRecord, type TaskRecord } from "./task-record.ts";

const anyRecord: fc.Arbitrary<TaskRecord> = fc
  .record({
    id: fc.uuid(),
    mode: fc.constantFrom(...MODES),
    wantsSound: fc.boolean(),
    duration: fc.constantFrom(...DURATIONS),
    state: fc.constantFrom("in_queue", "in_progress", "completed", "failed"),
    endedAt: fc.nat(),
  })
  .map(({ id, mode, wantsSound, duration, state, endedAt }): TaskRecord => {
    const sound = wantsSound && mode === "pro" ? "on" : "off";
    const request = { prompt: "p", mode, sound, duration } as const;
    const queued = newRecord({ id, owner: "o", request, createdAt: 0, take: 0 });
    if (state === "in_queue") return queued;
    if (state === "in_progress") return { ...queued, state, startedAt: 0 };
    const ended = { ...queued, startedAt: 0, endedAt, callbackDue: false };
    if (state === "failed") return { ...ended, state, error: { code: "002014095", message: "m" } };
    const clip = { token: "t".repeat(32), bytes: 1 };
    return { ...ended, state, clip, usage: priceOf(resolveRequest(request)) };
  });

/** A cost in thousandths of a dollar, as an integer that sums without rounding. */
function thousandths(cost: string): bigint {
  const [whole = "0", part = ""] = cost.split(".");
  return BigInt(whole) * 1000n + BigInt(part.padEnd(3, "0"));
}

const anyRecords = fc.uniqueArray(anyRecord, { selector: ({ id }) => id, maxLength: 60 });

test("lists exactly the completed tasks, once and in order, with their exact total", () => {
  fc.assert(
    fc.property(anyRecords, (records) => {
      const { entries, total } = ledgerOf(records);
      const completed = records.filter(({ state }) => state === "completed");
      expect(entries.map(({ task_id }) => task_id).sort()).toEqual(
        completed.map(({ id }) => id).sort(),
      );
      expect(entries.map((entry) => entry.charged_at)).toEqual(
        entries.map((entry) => entry.charged_at).sort((a, b) => a - b),
      );
      expect(thousandths(total)).toBe(
        entries.reduce((sum, { cost }) => sum + thousandths(cost), 0n),
      );
    }),
  );
});

test("names a task's external id, or null", () => {
  const charge = (request: { prompt: string; external_task_id?: string }): TaskRecord => ({
    ...newRecord({ id: "task-1", owner: "o", request, createdAt: 0, take: 0 }),
    state: "completed",
    startedAt: 0,
    endedAt: 2_999,
    callbackDue: false,
    clip: { token: "t".repeat(32), bytes: 1 },
    usage: priceOf(resolveRequest(request)),
  });
  const { currency, entries } = ledgerOf([
    charge({ prompt: "p", external_task_id: "mine-1" }),
    charge({ prompt: "p" }),
  ]);
  expect(currency).toBe("USD");
  expect(entries.map(({ external_task_id }) => external_task_id)).toEqual(["mine-1", null]);
  expect(entries[0]).toMatchObject({
    task_id: "task-1",
    model: "kirin_v2_6_t2v",
    charged_at: 2,
    cost: "0.21",
    quantity: 5,
    unit_price: "0.042",
  });
});

test("records survive serialisation, and the parser never throws", () => {
  fc.assert(
    fc.property(anyRecord, (record) => {
      expect(parseRecord(JSON.stringify(record))).toEqual({ kind: "record", record });
    }),
  );
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(["unreadable", "newer"]).toContain(parseRecord(text).kind);
    }),
  );
});
