import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { presentationOrder } from "../media/sample-order.ts";
import { chooseEvenly } from "./thumbnails.ts";

/** The order of a clip in which samples are decoded in presentation order. `keys` are the key samples. */
function anOrder(count: number, keys: readonly number[], hidden = 0) {
  return presentationOrder(
    Array.from({ length: count }, (_, n) => ({
      isKey: keys.includes(n),
      timestamp: (n - hidden) / 24,
      duration: 1 / 24,
    })),
  );
}

/** The samples to decode, and the frames of a clip to show. */
function chosen(wanted: number, order: ReturnType<typeof anOrder>) {
  const { samples, isWanted } = chooseEvenly(wanted)(order);
  return { samples, shown: order.sampleOf.flatMap((_, frame) => (isWanted(frame) ? [frame] : [])) };
}

describe("the samples for thumbnails", () => {
  it("are only key frames if these are close enough", () => {
    const keys = [0, 24, 48, 72, 96];
    expect(chosen(5, anOrder(120, keys))).toEqual({ samples: keys, shown: keys });
  });

  it("include everything before a frame in the middle of a group, and use a key frame once", () => {
    const upTo = (last: number) => Array.from({ length: last + 1 }, (_, sample) => sample);
    expect(chosen(4, anOrder(40, [0]))).toEqual({ samples: upTo(35), shown: [0, 15, 25, 35] });
    // The key frame of the second group is too far from the place in its middle.
    expect(chosen(8, anOrder(40, [0, 20])).shown).toEqual([0, 7, 12, 17, 20, 27, 32, 37]);
  });

  it("never show a key frame that an edit list hides", () => {
    const order = anOrder(4, [0], 1);
    expect(chosen(3, order)).toEqual({ samples: [0, 1, 2, 3], shown: [0, 1, 2] });
    expect(chooseEvenly(3)(order).isWanted(-1)).toBe(false);
  });

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
          for (const [index, sample] of choice.samples.entries()) {
            const follows = choice.samples[index - 1] === sample - 1;
            expect(follows || order.samples[sample]?.isKey).toBe(true);
          }
        },
      ),
    );
  });
});
