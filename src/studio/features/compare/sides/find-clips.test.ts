import { expect, it } from "vitest";
import { aCompletedEntry, aWatchedEntry } from "#studio/testing/fixtures.ts";
import { findClips } from "./find-clips.ts";

const entries = [
  aCompletedEntry({ id: "fox", request: { prompt: "A fox in Snow" } }),
  aWatchedEntry({ id: "waiting", request: { prompt: "A fox in snow" } }),
  aCompletedEntry({ id: "snow", request: { prompt: "Snow falls" } }),
];
const found = (wanted: string) => findClips(entries, wanted).map(({ id }) => id);

it("finds finished clips that contain all the words, ignoring case", () => {
  expect(found("")).toEqual(["fox", "snow"]);
  expect(found(" snow FOX ")).toEqual(["fox"]);
  expect(found("sno")).toEqual(["fox", "snow"]);
  expect(found("wolf")).toEqual([]);
});
