/** Random lives of the core in a virtual world; half of them here, so that both halves run side by side. */
import { expect, test } from "vitest";
import { firstFailure } from "./core/random-lives.ts";

const SEED = 2;
const LIVES = 5000;
/** For a machine with much else to do. */
const PATIENCE_MS = 600_000;

test(
  "nothing is lost and nothing paid twice in five thousand random lives",
  async () => {
    expect(await firstFailure(SEED, LIVES)).toBeNull();
  },
  PATIENCE_MS,
);
