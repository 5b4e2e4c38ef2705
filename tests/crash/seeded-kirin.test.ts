/** A failed trial can be repeated only if its seed decides every fault. */
import { expect, test } from "vitest";
import { VirtualClock } from "#testing/virtual-clock.ts";
import { type Profile, seededKirin } from "./seeded-kirin.ts";

const faultShares: Profile["faultShares"] = { create: 1, read: 1, clip: 1 };

function open(seed: number, profile: Partial<Profile> = { faultShares }) {
  return seededKirin({ seed, clock: new VirtualClock(), clipUrl: () => "", profile });
}

function drawFaults(kirin: ReturnType<typeof open>) {
  return Array.from({ length: 12 }, () => kirin.nextFault("create"));
}

test("one seed always draws the same faults, of many kinds", () => {
  const faults = drawFaults(open(1));
  expect(new Set(faults.map(({ kind }) => kind)).size).toBeGreaterThan(3);
  expect(drawFaults(open(1))).toEqual(faults);
  expect(drawFaults(open(2))).not.toEqual(faults);
});

test("no fault is drawn after the faults have stopped", () => {
  const kirin = open(1);
  kirin.stopFaults();
  expect(new Set(drawFaults(kirin).map(({ kind }) => kind))).toEqual(new Set(["none"]));
});
