/**
 * Computes the charges from the completed tasks. Nothing is stored separately, so a task cannot be charged
 * twice.
 */
import Big from "big.js";
import { MODEL_ID } from "#kirin/parameters.ts";
import type { TaskRecord } from "./task-record.ts";

/** The ledger of some tasks, oldest charge first, with its exact total. */
export function ledgerOf(records: Iterable<TaskRecord>) {
  const charged = [...records]
    .filter((record) => record.state === "completed")
    .sort((a, b) => a.endedAt - b.endedAt);
  const total = charged.reduce((sum, { usage }) => sum.plus(usage.cost), new Big(0));
  return {
    currency: "USD",
    total: total.toFixed(),
    entries: charged.map(({ id, request, endedAt, usage }) => ({
      task_id: id,
      external_task_id: request.external_task_id ?? null,
      model: MODEL_ID,
      charged_at: Math.floor(endedAt / 1000),
      cost: usage.cost,
      discount: usage.discount,
      quantity: usage.quantity,
      unit_price: usage.unitPrice,
    })),
  };
}
