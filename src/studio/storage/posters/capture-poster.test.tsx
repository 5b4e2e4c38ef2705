import { deleteDB } from "idb";
import { expect, test } from "vitest";
import { makeTestClip } from "#comparison/testing/make-test-clip.ts";
import { capturePoster } from "./capture-poster.ts";
import { openPosterRows } from "./poster-rows.ts";

test("a poster is a small picture of the clip, and is kept", async () => {
  const url = URL.createObjectURL(await makeTestClip({ width: 640, height: 360, frames: 24 }));
  const poster = await capturePoster(url);
  URL.revokeObjectURL(url);
  if (poster === null) throw new Error("There is no poster.");
  const bitmap = await createImageBitmap(poster);
  expect([bitmap.width, bitmap.height]).toEqual([480, 270]);

  const name = "test-posters";
  const rows = await openPosterRows({ name, onLost: () => {} });
  expect(await rows.read("/clip")).toBeNull();
  await rows.write("/clip", poster);
  const kept = await rows.read("/clip");
  expect(kept?.type).toBe(poster.type);
  expect(await kept?.arrayBuffer()).toEqual(await poster.arrayBuffer());
  await rows.remove("/clip");
  expect(await rows.read("/clip")).toBeNull();
  await deleteDB(name);
});

test("there is no poster of a file that is not a video", async () => {
  const url = URL.createObjectURL(new Blob(["<html></html>"], { type: "video/mp4" }));
  expect(await capturePoster(url)).toBeNull();
  URL.revokeObjectURL(url);
});
