/** Random cases of the model; half of them here, so that both halves run in parallel. */
import { expect, test } from "vitest";
import { findFailingCase, TIMEOUT_MS } from "./find-failing-case.ts";

const SEED = 1;

test(
  "nothing is lost or paid twice in five thousand random cases",
  async () => {
    expect(await findFailingCase(SEED)).toBeNull();
  },
  TIMEOUT_MS,
);
