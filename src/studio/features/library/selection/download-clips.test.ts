import { expect, test } from "vitest";
import { aCompletedEntry, aCompletedGeneration, aFailedEntry } from "#studio/testing/fixtures.ts";
import { namedClips } from "./download-clips.ts";

const entry = (id: string, prompt: string, clips = 1) =>
  aCompletedEntry({
    id,
    request: { prompt },
    generation: aCompletedGeneration({
      id,
      clips: Array.from({ length: clips }, (_, index) => ({
        index,
        durationSeconds: 5,
        src: `/${id}/${index}`,
      })),
    }),
  });

test("gives every file a name of its own", () => {
  const files = namedClips([entry("a", "A fox", 2), entry("b", "The FOX"), entry("c", "A lake")]);
  expect(files).toEqual([
    { src: "/a/0", name: "fox_std_16x9_2026-11-22.mp4" },
    { src: "/a/1", name: "fox_std_16x9_2026-11-22_2.mp4" },
    { src: "/b/0", name: "fox_std_16x9_2026-11-22_3.mp4" },
    { src: "/c/0", name: "lake_std_16x9_2026-11-22.mp4" },
  ]);
});

test("leaves out generations without a clip", () => {
  expect(namedClips([aFailedEntry()])).toEqual([]);
});
