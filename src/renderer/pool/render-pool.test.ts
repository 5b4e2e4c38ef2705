import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, expect, onTestFinished, test, vi } from "vitest";
import type { ResolvedRequest } from "#kirin/request.ts";
import { buildChild } from "../testing/build-child.ts";
import { createRenderPool, type RenderPool } from "./render-pool.ts";

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

/** Renders, and returns what the child wrote about itself instead of a clip. */
async function childOfRender(prompt: string): Promise<{ pid: number; env: NodeJS.ProcessEnv }> {
  await render(prompt);
  return JSON.parse(await readFile(join(folder, "clip.mp4"), "utf8"));
}

async function pidOfRender(prompt: string): Promise<number> {
  return (await childOfRender(prompt)).pid;
}

test("a complete clip appears under its name, and no other file", async () => {
  const { bytes } = await render("a quiet lake");
  const file = await readFile(join(folder, "clip.mp4"));
  expect(file.length).toBe(bytes);
  expect(await readdir(folder)).toEqual(["clip.mp4"]);
});

test("the child's progress arrives in order", async () => {
  const seen: number[] = [];
  await pool.render({
    request: requestFor("a quiet lake"),
    outFile: join(folder, "clip.mp4"),
    onProgress: (progress) => seen.push(progress),
  });
  expect(seen).toEqual([0.5, 1]);
});

test("a child gets the environment without the API key", async () => {
  vi.stubEnv("KIRIN_API_KEY", "sk-secret-0123456789");
  vi.stubEnv("KIRIN_TEST_MARK", "kept");
  onTestFinished(() => void vi.unstubAllEnvs());
  const { env } = await childOfRender("a quiet lake");
  expect(env.KIRIN_TEST_MARK).toBe("kept");
  expect(JSON.stringify(env)).not.toContain("sk-secret");
});

test("one child runs several jobs one after another", async () => {
  expect(await pidOfRender("first")).toBe(await pidOfRender("second"));
});

test("a child is replaced after 25 clips", async () => {
  const pids: number[] = [];
  for (let clip = 0; clip < 26; clip += 1) pids.push(await pidOfRender(`clip ${clip}`));
  expect(new Set(pids.slice(0, 25)).size).toBe(1);
  expect(pids[25]).not.toBe(pids[0]);
});

test.for([
  ["throw", "failed", "no colours left"],
  ["disk full", "disk-full", "no space"],
] as const)(
  "a reported %s fails the clip, and the child is reused",
  async ([prompt, reason, message]) => {
    const pid = await pidOfRender("before");
    await expect(render(prompt)).rejects.toMatchObject({ reason, message });
    expect(await pidOfRender("after")).toBe(pid);
  },
);

test.for([
  ["abort", "SIGABRT"],
  ["segfault", "SIGSEGV"],
  ["exit", "code 3"],
] as const)("a child that dies of %s fails the clip and is replaced", async ([prompt, cause]) => {
  const pid = await pidOfRender("before");
  await expect(render(prompt)).rejects.toMatchObject({
    reason: "crashed",
    message: `The render process ended (${cause}).`,
  });
  expect(await pidOfRender("after")).not.toBe(pid);
});

test("a child that sends an invalid message fails the clip and is replaced", async () => {
  const pid = await pidOfRender("before");
  await expect(render("babble")).rejects.toMatchObject({
    reason: "crashed",
    message: "The render process sent an invalid message.",
  });
  expect(await pidOfRender("after")).not.toBe(pid);
});

test("proxy: the simulator's render process is killed during a clip → that clip fails, and a new process renders the next", async () => {
  const pid = await pidOfRender("before");
  const rendering = render("hang", { onProgress: () => process.kill(pid, "SIGKILL") });
  await expect(rendering).rejects.toMatchObject({ reason: "crashed" });
  expect(await pidOfRender("after")).not.toBe(pid);
});

test("a child that died while idle is replaced", async () => {
  const pid = await pidOfRender("before");
  process.kill(pid, "SIGKILL");
  // At most one clip is lost, whether or not its death has been noticed.
  await render("lost, perhaps").catch(() => undefined);
  expect(await pidOfRender("after")).not.toBe(pid);
});

test("a child that hangs is killed", async () => {
  await pool.close();
  pool = createRenderPool({ childPath, size: 1, stallMs: 1 });
  await expect(render("hang")).rejects.toMatchObject({
    reason: "crashed",
    message: "The render process hangs.",
  });
});

test("a partial file is removed after a crash", async () => {
  const half = join(folder, "clip.mp4.part");
  await expect(render(`leave half in ${half}`)).rejects.toMatchObject({ reason: "crashed" });
  expect(await readdir(folder)).toEqual([]);
});

test("an unwritable folder fails with the system's message", async () => {
  const outFile = join(folder, "missing", "clip.mp4");
  const rendering = pool.render({ request: requestFor("a lake"), outFile });
  await expect(rendering).rejects.toMatchObject({ reason: "failed", message: /ENOENT/ });
});

test("an abort stops a running render", async () => {
  const controller = new AbortController();
  const rendering = render("hang", {
    signal: controller.signal,
    onProgress: () => controller.abort(),
  });
  await expect(rendering).rejects.toMatchObject({
    reason: "aborted",
    message: "The render was cancelled.",
  });
  await render("after");
});

test("an abort removes a queued render, and the others keep their order", async () => {
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

test("closing aborts running and queued renders and refuses new ones", async () => {
  const running = expect(render("hang")).rejects.toMatchObject({ reason: "aborted" });
  const waiting = expect(render("waiting")).rejects.toMatchObject({
    reason: "aborted",
    message: "The render was cancelled before it started.",
  });
  await pool.close();
  await Promise.all([running, waiting]);
  await expect(render("late")).rejects.toMatchObject({ reason: "aborted" });
});

test("a child exits when its parent is gone, even during a render", async () => {
  const child = fork(childPath, [], { execArgv: [] });
  child.send({ request: requestFor("hang"), outFile: join(folder, "clip.mp4") });
  await once(child, "message");
  child.disconnect();
  expect(await once(child, "exit")).toEqual([0, null]);
});
