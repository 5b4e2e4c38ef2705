import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ResolvedRequest } from "#kirin/request.ts";
import { buildChild } from "../testing/build-child.ts";
import { readClip } from "../testing/read-clip.ts";
import { createRenderPool, type RenderPool } from "./render-pool.ts";

let folder: string;
let pool: RenderPool;

beforeAll(async () => {
  const childPath = await buildChild(new URL("./render-child.ts", import.meta.url));
  folder = await mkdtemp(join(tmpdir(), "render-child-"));
  pool = createRenderPool({ childPath });
});
afterAll(async () => {
  await pool.close();
  await rm(folder, { recursive: true });
});

const STD: ResolvedRequest = {
  prompt: 'A lighthouse in the rain. [Keeper, low voice]: "hold on, the storm is passing."',
  negativePrompt: "",
  mode: "std",
  sound: false,
  aspectRatio: "1:1",
  durationSeconds: 5,
  watermark: false,
};

test("a std clip is silent, 960 by 960, and exactly five seconds long", async () => {
  const outFile = join(folder, "std.mp4");
  await pool.render({ request: STD, outFile });
  const clip = await readClip(await readFile(outFile));
  expect(clip.video).toMatchObject({ width: 960, height: 960, duration: 5 });
  expect(clip.video.times).toHaveLength(120);
  expect(clip.duration).toBe(5);
  expect(clip.audio).toBeNull();
});

test("a pro clip with sound has two tracks of exactly the requested duration", async () => {
  const outFile = join(folder, "pro.mp4");
  const request: ResolvedRequest = { ...STD, mode: "pro", sound: true, aspectRatio: "9:16" };
  await pool.render({ request, outFile });
  const clip = await readClip(await readFile(outFile));
  expect(clip.video).toMatchObject({ width: 1080, height: 1920, duration: 5 });
  expect(clip.audio).toMatchObject({ sampleRate: 48_000, channelCount: 2, duration: 5 });
  expect(clip.duration).toBe(5);
});
