import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { ResolvedRequest } from "#kirin/request.ts";
import { buildChild } from "../testing/build-child.ts";
import { createRenderPool, type RenderPool } from "./render-pool.ts";

// Child processes and encoders take their time on a machine that is busy with other tests.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

let childPath: string;
let folder: string;
let pool: RenderPool;

beforeAll(async () => {
  childPath = await buildChild(new URL("../testing/misbehaving-render-child.ts", import.meta.url));
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "render-pool-"));
  pool = createRenderPool({ childPath, size: 1 });
});
afterEach(async () => {
  await pool.close();
  await rm(folder, { recursive: true });
});

function requestFor(prompt: string): ResolvedRequest {
  return {
    prompt,
    negativePrompt: "",
    mode: "std",
    sound: false,
    aspectRatio: "16:9",
    durationSeconds: 5,
    watermark: false,
  };
}

function render(prompt: string, rest: { signal?: AbortSignal; onProgress?: () => void } = {}) {
  return pool.render({ request: requestFor(prompt), outFile: join(folder, "clip.mp4"), ...rest });
}

async function pidOfRender(prompt: string): Promise<number> {
  await render(prompt);
  return JSON.parse(await readFile(join(folder, "clip.mp4"), "utf8")).pid;
}

test("a clip appears whole under its name, and nothing else does", async () => {
  const { bytes } = await render("a quiet lake");
  const file = await readFile(join(folder, "clip.mp4"));
  expect(file.length).toBe(bytes);
  expect(await readdir(folder)).toEqual(["clip.mp4"]);
});

test("progress of the child arrives in order", async () => {
  const seen: number[] = [];
  await pool.render({
    request: requestFor("a quiet lake"),
    outFile: join(folder, "clip.mp4"),
    onProgress: (progress) => seen.push(progress),
  });
  expect(seen).toEqual([0.5, 1]);
});

test("one child serves job after job", async () => {
  expect(await pidOfRender("first")).toBe(await pidOfRender("second"));
});

test.for([
  ["throw", "failed", "no colours left"],
  ["disk full", "disk-full", "no space"],
] as const)(
  "a reported %s is a failure, and the child lives on",
  async ([prompt, reason, message]) => {
    const pid = await pidOfRender("before");
    await expect(render(prompt)).rejects.toMatchObject({ reason, message });
    expect(await pidOfRender("after")).toBe(pid);
  },
);

test.for(["abort", "segfault"])(
  "a child that dies of %s is a failed clip and is replaced",
  async (prompt) => {
    const pid = await pidOfRender("before");
    await expect(render(prompt)).rejects.toMatchObject({ reason: "crashed" });
    expect(await pidOfRender("after")).not.toBe(pid);
  },
);

test("a child that says what nobody understands is a failed clip and is replaced", async () => {
  const pid = await pidOfRender("before");
  await expect(render("babble")).rejects.toMatchObject({ reason: "crashed" });
  expect(await pidOfRender("after")).not.toBe(pid);
});

test("proxy: the simulator's renderer is killed in the middle of a clip → that clip fails, and another renderer makes the next", async () => {
  const pid = await pidOfRender("before");
  const rendering = render("hang", { onProgress: () => process.kill(pid, "SIGKILL") });
  await expect(rendering).rejects.toMatchObject({ reason: "crashed" });
  expect(await pidOfRender("after")).not.toBe(pid);
});

test("a child that died while idle is replaced", async () => {
  const pid = await pidOfRender("before");
  process.kill(pid, "SIGKILL");
  // Whether its death is already known or not, at most one clip is lost to it.
  await render("lost, perhaps").catch(() => undefined);
  expect(await pidOfRender("after")).not.toBe(pid);
});

test("a child that hangs is given up", async () => {
  await pool.close();
  pool = createRenderPool({ childPath, size: 1, stallMs: 1 });
  await expect(render("hang")).rejects.toMatchObject({ reason: "crashed" });
});

test("half a clip is taken away after a crash", async () => {
  const half = join(folder, "clip.mp4.part");
  await expect(render(`leave half in ${half}`)).rejects.toMatchObject({ reason: "crashed" });
  expect(await readdir(folder)).toEqual([]);
});

test("an unwritable folder is a failure with the system's words", async () => {
  const outFile = join(folder, "missing", "clip.mp4");
  const rendering = pool.render({ request: requestFor("a lake"), outFile });
  await expect(rendering).rejects.toMatchObject({ reason: "failed", message: /ENOENT/ });
});

test("an abort ends a running clip", async () => {
  const controller = new AbortController();
  const rendering = render("hang", {
    signal: controller.signal,
    onProgress: () => controller.abort(),
  });
  await expect(rendering).rejects.toMatchObject({ reason: "aborted" });
  await render("after");
});

test("an abort takes a waiting clip out of the line, and the others keep their order", async () => {
  const running = new AbortController();
  const waiting = new AbortController();
  const ended: string[] = [];
  const first = render("hang", { signal: running.signal }).catch(() => ended.push("first"));
  const second = render("second", { signal: waiting.signal }).catch(() => ended.push("second"));
  const third = render("third").then(() => ended.push("third"));
  waiting.abort();
  await second;
  running.abort();
  await Promise.all([first, third]);
  expect(ended).toEqual(["second", "first", "third"]);
});

test("closing calls off what runs and what waits, and refuses what comes", async () => {
  const running = expect(render("hang")).rejects.toMatchObject({ reason: "aborted" });
  const waiting = expect(render("waiting")).rejects.toMatchObject({ reason: "aborted" });
  await pool.close();
  await Promise.all([running, waiting]);
  await expect(render("late")).rejects.toMatchObject({ reason: "aborted" });
});

test("a child ends by itself when its parent is gone, even in mid-render", async () => {
  const child = fork(childPath, [], { execArgv: [] });
  child.send({ request: requestFor("hang"), outFile: join(folder, "clip.mp4") });
  await once(child, "message");
  child.disconnect();
  expect(await once(child, "exit")).toEqual([0, null]);
});
