/** A fixed sample of the model's random cases. `npm run bench:crash` runs ten times as many, with other seeds. */
import { expect, test } from "vitest";
import { findFailingCase } from "./find-failing-case.ts";

/** Enough for a machine that is busy. */
const TIMEOUT_MS = 600_000;

test(
  "nothing is lost or paid twice in two thousand random cases",
  async () => {
    expect(await findFailingCase(1, 2000)).toBeNull();
  },
  TIMEOUT_MS,
);
