/** Random lives of the core in a virtual world; half of them here, so that both halves run side by side. */
import { expect, test } from "vitest";
import { firstFailure, LIVES_PATIENCE_MS } from "./core/random-lives.ts";

const SEED = 1;

test(
  "nothing is lost and nothing paid twice in five thousand random lives",
  async () => {
    expect(await firstFailure(SEED)).toBeNull();
  },
  LIVES_PATIENCE_MS,
);
