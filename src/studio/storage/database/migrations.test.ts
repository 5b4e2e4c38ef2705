import { expect, test } from "vitest";
import { DATABASE_VERSION, migrate } from "./migrations.ts";

/** What migrating from a version does to a database. */
function stepsFrom(version: number): unknown[] {
  const steps: unknown[] = [];
  const database = { createObjectStore: (...what: unknown[]) => steps.push(what) };
  const transaction = {
    objectStore: (store: string) => ({
      createIndex: (...what: unknown[]) => steps.push([store, ...what]),
    }),
  };
  type Upgrade = Parameters<typeof migrate>[0];
  migrate({ database, transaction } as unknown as Upgrade, version);
  return steps;
}

// Databases with these names exist on devices.
test("each version adds its part to a database of the one before", () => {
  expect(DATABASE_VERSION).toBe(4);
  const all = stepsFrom(0);
  expect(all).toEqual([
    ["entries", { keyPath: "id" }],
    ["entries", "press", "pressKey", { unique: true }],
    ["judgements", { keyPath: "id" }],
    ["posters", { keyPath: "src" }],
  ]);
  expect([1, 2, 3, 4].map(stepsFrom)).toEqual([1, 2, 3, 4].map((from) => all.slice(from)));
});
