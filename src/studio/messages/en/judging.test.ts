import { expect, test } from "vitest";
import { headline } from "./judging.ts";

const score = { pro: 7, count: 11, low: 0.3538, high: 0.8483 };

test("rounds the interval to whole percent and the cost to one decimal", () => {
  expect(headline({ ...score, times: 2 })).toBe(
    "You preferred Pro in 7 of 11 blind comparisons (95 % confidence interval: 35 % to 85 %), at 2.0 times the cost.",
  );
});

test("leaves the cost out of the headline if it is unknown", () => {
  expect(headline({ ...score, times: null })).toBe(
    "You preferred Pro in 7 of 11 blind comparisons (95 % confidence interval: 35 % to 85 %).",
  );
});
