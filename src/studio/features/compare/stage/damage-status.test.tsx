import { expect, it } from "vitest";
import { page } from "vitest/browser";
import { createTimeline } from "#comparison/clock/timeline.ts";
import { exportView } from "#comparison/export/paint-frame.ts";
import { makeStill } from "#comparison/export/still.ts";
import { fitTogether } from "#comparison/geometry/fitting.ts";
import { namesOf } from "#studio/features/compare/export/captions.ts";
import { showComparisonStage } from "#studio/features/compare/testing/show-comparison-stage.tsx";

const text = () => page.getByRole("status").filter({ hasText: "damaged" });
const MIDDLE = { first: 48, last: 71 };

it("clip: a clip is damaged in the middle → the sentence states the clip, the times and the frames", async () => {
  const { comparison } = await showComparisonStage();
  comparison.set({ damage: { left: [], right: [MIDDLE] } });
  await expect
    .element(text())
    .toHaveTextContent(
      "Pro is damaged from 2.00 s to 3.00 s (frames 49–72). The nearest intact frame is shown instead.",
    );
});

it("clip: both clips are damaged, one to its end and one in many places → each has its sentence", async () => {
  const { comparison } = await showComparisonStage();
  const places = [0, 24, 48].map((first) => ({ first, last: first }));
  comparison.set({ damage: { left: [{ first: 96, last: 119 }], right: places } });
  await expect
    .element(text())
    .toHaveTextContent(
      "Standard is damaged and stops at 4.00 s (frame 97). Pro is damaged in 3 places.",
    );
});

it.each(["left", "right"] as const)(
  "clip: the %s clip of a blind comparison is damaged → the sentence does not say which one",
  async (side) => {
    const { comparison } = await showComparisonStage({ isBlind: true });
    comparison.set({ damage: { left: [], right: [], [side]: [MIDDLE] } });
    await expect
      .element(text())
      .toHaveTextContent(/^One clip is damaged from 2\.00 s to 3\.00 s \(frames 49–72\)\./);
  },
);

it("clip: a still shows an intact frame instead of a damaged one → it reports one damaged frame; a still of an intact frame reports none", async () => {
  const { compared, comparison } = await showComparisonStage();
  const shown = comparison.getShown();
  if (!shown) throw new Error("nothing is shown");
  const save = async (frame: number) => {
    const { media } = comparison;
    const result = await makeStill({
      shown: { ...shown, frame },
      timeline: createTimeline(media, 0),
      fitted: fitTogether(media),
      view: exportView(compared.view.getState()),
      captions: namesOf(compared.sides),
      time: "",
      damage: { left: [], right: [{ first: 0, last: 23 }] },
    });
    return result.ok ? result.file.damagedFrames : null;
  };
  expect([await save(shown.right.index), await save(20), await save(40)]).toEqual([0, 1, 0]);
});
