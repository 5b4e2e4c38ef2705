import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { presentationOrder } from "../media/sample-order.ts";
import { chooseEvenly } from "./thumbnails.ts";

describe("the samples for thumbnails", () => {
  it("can be decoded in sequence and yield the requested number of frames", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 40 }),
        (count, keyInterval, wanted) => {
          const order = presentationOrder(
            Array.from({ length: count }, (_, n) => ({
              isKey: n % keyInterval === 0,
              timestamp: n / 24,
              duration: 1 / 24,
            })),
          );
          const choice = chooseEvenly(wanted)(order);
          const shown = choice.samples.filter((sample) => choice.isWanted(sample));
          expect(shown).toHaveLength(Math.min(count, wanted));
          for (const [place, sample] of choice.samples.entries()) {
            const follows = choice.samples[place - 1] === sample - 1;
            expect(follows || order.samples[sample]?.isKey).toBe(true);
          }
        },
      ),
    );
  });
});
