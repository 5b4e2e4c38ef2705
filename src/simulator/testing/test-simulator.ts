/** A simulator for tests, with a temporary folder, a manual clock and a fake renderer. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { CREATE_PATH, taskPath } from "#kirin/endpoints.ts";
import { type Disk, realDisk } from "#simulator/disk/disk.ts";
import { VirtualClock } from "#testing/virtual-clock.ts";
import { createSimulator, type Simulator, type SimulatorOptions } from "../create-simulator.ts";
import { type Activity, createActivity, watchedDisk } from "./activity.ts";
import { createFakeRenderer, type FakeRenderer } from "./fake-renderer.ts";

export const ORIGIN = "http://kirin.test";

/** A response with its parsed JSON. Tests inspect `body` freely, so it is `any`. */
export interface Answer {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests inspect arbitrary fields of responses.
  body: any;
}

export interface TestSimulator {
  dir: string;
  clock: VirtualClock;
  activity: Activity;
  renderer: FakeRenderer;
  reports: string[];
  simulator: Simulator;
  fetch(path: string, init?: RequestInit): Promise<Response>;
  get(path: string, key?: string): Promise<Answer>;
  create(params: Record<string, unknown>, key?: string): Promise<Answer>;
  read(id: string, key?: string): Promise<Answer>;
  /** Passes the queue time and finishes renders until no work is left. */
  finishAll(): Promise<void>;
}

/** A temporary folder that is removed when the test ends. */
export async function temporaryFolder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), "kirin-simulator-"));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  return dir;
}

interface TestSimulatorOptions extends Omit<Partial<SimulatorOptions>, "disk"> {
  /** Wraps the real disk. */
  wrapDisk?: (disk: Disk) => Disk;
  /** The simulator will crash, so the test must not close it. */
  willCrash?: boolean;
}

/** Opens a simulator. `options.dir` reuses the folder of an earlier one. */
export async function openTestSimulator({
  wrapDisk = (disk) => disk,
  willCrash = false,
  ...options
}: TestSimulatorOptions = {}): Promise<TestSimulator> {
  const dir = options.dir ?? (await temporaryFolder());
  const activity = createActivity();
  const clock = new VirtualClock({ settle: activity.quiet });
  const renderer = createFakeRenderer(activity);
  const reports: string[] = [];
  const simulator = await createSimulator({
    renderer,
    publicBaseUrl: ORIGIN,
    report: (sentence) => reports.push(sentence),
    clock,
    ...options,
    dir,
    disk: wrapDisk(watchedDisk(realDisk, activity)),
  });
  if (!willCrash) onTestFinished(() => simulator.close());
  const calls = callsOf(simulator, clock, renderer);
  return { dir, clock, activity, renderer, reports, simulator, ...calls };
}

function callsOf(simulator: Simulator, clock: VirtualClock, renderer: FakeRenderer) {
  const fetch = (path: string, init?: RequestInit) =>
    simulator.fetch(new Request(`${ORIGIN}${path}`, init));
  const answerOf = async (response: Response): Promise<Answer> => {
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: parseOr(text) };
  };
  const get = async (path: string, key = "sk-one") =>
    answerOf(await fetch(path, { headers: { Authorization: `Bearer ${key}` } }));
  return {
    fetch,
    get,
    create: async (params: Record<string, unknown>, key = "sk-one") =>
      answerOf(await fetch(CREATE_PATH, jsonPost(wireBody(params), key))),
    read: (id: string, key?: string) => get(taskPath(id), key),
    async finishAll() {
      await clock.advance(1_000);
      while (renderer.jobs.length > 0) {
        await Promise.all([...renderer.jobs].map((job) => job.finish()));
        await clock.advance(0);
      }
    },
  };
}

/** The body of a create. */
export function wireBody(params: Record<string, unknown>, model = "kirin_v2_6_t2v") {
  return { model, input: [{ params }] };
}

/** A POST of JSON with a key. */
export function jsonPost(body: unknown, key = "sk-one"): RequestInit {
  return {
    method: "POST",
    headers: { Authorization: `Bearer ${key}`, "Content-Type": "application/json" },
    body: typeof body === "string" ? body : JSON.stringify(body),
  };
}

function parseOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
