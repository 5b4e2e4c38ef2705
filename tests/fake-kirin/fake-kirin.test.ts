/** The crash trials and the model tests depend on the fake Kirin's responses and its ledger. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CREATE_PATH, taskPath } from "#kirin/endpoints.ts";
import type { PlainFetch } from "#proxy/options.ts";
import { VirtualClock } from "#testing/virtual-clock.ts";
import { FakeKirin, type FakeKirinOptions } from "./fake-kirin.ts";
import type { Fault } from "./fault.ts";
import { FakeKirinServer } from "./http-server.ts";
import { InProcessTransport } from "./in-process-transport.ts";

const HOP_MS = 5;
const COURSE = { queueMs: 4000, runMs: 4000, isFailure: false, vanishesAfterMs: null };

let server: FakeKirinServer;
beforeAll(async () => {
  server = await FakeKirinServer.start();
});
afterAll(() => server.stop());

type Script = Omit<FakeKirinOptions, "clock" | "nextFault"> & { faults?: Fault[] };

/** A fake Kirin in virtual time. Each request gets the next of `faults`. */
function openKirin({ faults = [], behavior, ...script }: Script = {}) {
  const clock = new VirtualClock();
  const queue = [...faults];
  const clipUrl = server.clipUrls("kirin", clock);
  const kirin = new FakeKirin({
    clock,
    nextFault: () => queue.shift() ?? { kind: "none" },
    courseOf: () => COURSE,
    behavior: { clipUrl, ...behavior },
    ...script,
  });
  server.serve("kirin", kirin);
  return { clock, kirin };
}

const baseUrl = () => server.baseUrl("kirin");

function create(id: string, send: PlainFetch | typeof fetch = fetch, signal = never()) {
  const params = { prompt: "A fox", mode: "std", external_task_id: id };
  const body = JSON.stringify({ input: [{ params }] });
  const init = { method: "POST" as const, headers: {}, redirect: "manual" as const, body, signal };
  return send(baseUrl() + CREATE_PATH, init);
}

const never = () => new AbortController().signal;
const readJson = async (id: string) => (await fetch(baseUrl() + taskPath(id))).json();

describe("over HTTP", () => {
  test("makes one task per external id and records every create", async () => {
    const { kirin } = openKirin();
    const first = await create("mine");
    expect(first.status).toBe(200);
    const { id } = await first.json();
    expect((await create("mine")).status).toBe(409);
    expect(kirin.ledger.creates.map(({ externalTaskId }) => externalTaskId)).toEqual([
      "mine",
      "mine",
    ]);
    expect(kirin.ledger.tasks).toMatchObject([{ id, externalTaskId: "mine", prompt: "A fox" }]);
  });

  test("returns a task by either id until it ends, and then its clip", async () => {
    const { clock, kirin } = openKirin();
    const { id } = await (await create("mine")).json();
    expect(await readJson(id)).toMatchObject({ id, status: "in_queue" });
    await clock.advance(COURSE.queueMs);
    expect(await readJson("mine")).toMatchObject({ id, status: "in_progress" });
    await clock.advance(COURSE.runMs);
    const { status, output, usage } = await readJson("mine");
    expect([status, usage.cost]).toEqual(["completed", kirin.ledger.tasks[0]?.cost]);
    const { url } = output[0].content[0];
    const clip = await fetch(url, { headers: { Range: "bytes=4-7" } });
    expect([clip.status, await clip.text()]).toEqual([206, "ftyp"]);
    await clock.advance(60_001);
    expect((await fetch(url)).status).toBe(403);
    expect((await fetch(baseUrl() + taskPath("other"))).status).toBe(404);
  });

  test("refuses a create while all slots are taken", async () => {
    const { clock } = openKirin({ behavior: { slots: 1, slotsRetryAfterSeconds: 3 } });
    expect((await create("first")).status).toBe(200);
    const refused = await create("second");
    expect([refused.status, refused.headers.get("Retry-After")]).toEqual([429, "3"]);
    expect(await refused.json()).toMatchObject({ error: { code: "1303" } });
    await clock.advance(COURSE.queueMs + COURSE.runMs);
    expect((await create("second")).status).toBe(200);
  });

  test("refuses every create during an outage, until faults stop", async () => {
    const { kirin } = openKirin({ outage: () => 402 });
    expect((await create("mine")).status).toBe(402);
    kirin.stopFaults();
    expect((await create("mine")).status).toBe(200);
  });

  test("records when the caller hangs up on a create that is not answered", async () => {
    const { clock, kirin } = openKirin({ faults: [{ kind: "silent", isApplied: true }] });
    const caller = new AbortController();
    const creating = create("mine", fetch, caller.signal);
    await expect.poll(() => kirin.ledger.creates.length).toBe(1);
    await clock.advance(30_000);
    caller.abort();
    await expect(creating).rejects.toThrow();
    await expect.poll(() => kirin.ledger.creates[0]?.abortedAfterMs).toBe(30_000);
    await expect.poll(() => server.openCount(kirin)).toBe(0);
  });
});

test("hides a task that has vanished, or that cannot be read yet", async () => {
  const { clock } = openKirin({
    behavior: { readLagMs: 1000 },
    courseOf: () => ({ ...COURSE, vanishesAfterMs: 2000 }),
  });
  await create("mine");
  const statuses: number[] = [];
  for (let ms = 0; ms <= 2000; ms += 1000) {
    statuses.push((await fetch(baseUrl() + taskPath("mine"))).status);
    await clock.advance(1000);
  }
  expect(statuses).toEqual([404, 200, 404]);
});

test("can be set to deny only tasks that a read has returned", async () => {
  const { kirin } = openKirin({ behavior: { deniesOnlyReported: true } });
  await create("mine");
  const status = () => {
    const reply = kirin.receiveRead("mine", { kind: "missing" });
    return reply.kind === "answer" ? reply.answer.status : null;
  };
  expect([status(), status()]).toEqual([200, 404]);
});

/** For each fault: what the caller sees of a create, how many creates arrive and how many tasks are created. */
const CREATE_FAULTS: [Fault, caller: number | "error", arrived: number, made: number][] = [
  [{ kind: "none" }, 200, 1, 1],
  [{ kind: "unreachable" }, "error", 0, 0],
  [{ kind: "lost" }, "error", 0, 0],
  [{ kind: "delayed", ms: 9000 }, 200, 1, 1],
  [{ kind: "slow", ms: 9000 }, 200, 1, 1],
  [{ kind: "reset", isApplied: true }, "error", 1, 1],
  [{ kind: "reset", isApplied: false }, "error", 1, 0],
  [{ kind: "truncated", isApplied: true }, "error", 1, 1],
  [{ kind: "html", isApplied: true }, 200, 1, 1],
  [{ kind: "status", status: 503, isApplied: false }, 503, 1, 0],
  [{ kind: "late", ms: 9000, isReset: true }, "error", 1, 1],
  [{ kind: "duplicate", isFirstAnswered: true }, 200, 1, 1],
  [{ kind: "duplicate", isFirstAnswered: false }, 409, 1, 1],
  [{ kind: "refused", status: 402 }, 402, 1, 0],
  [{ kind: "foreign-task" }, 200, 1, 1],
];

describe.each(["http", "in process"])("a create with a fault (%s)", (transport) => {
  test.each(CREATE_FAULTS)("%j: the caller sees %s, %i arrived, %i made", async (...row) => {
    const [fault, seen, arrived, made] = row;
    const { clock, kirin } = openKirin({ faults: [fault] });
    const inProcess = new InProcessTransport(kirin, () => HOP_MS);
    const creating = create("mine", transport === "http" ? fetch : inProcess.fetch);
    const result = Promise.resolve(creating)
      .then(async (response) => {
        await readAll(response);
        return response.status;
      })
      .catch(() => "error");
    let isSettled = false;
    void result.finally(() => {
      isSettled = true;
    });
    await expect
      .poll(async () => {
        await clock.advance(5000);
        return isSettled;
      })
      .toBe(true);
    await clock.advance(10_000);
    expect(await result).toBe(seen);
    expect(kirin.ledger.creates).toHaveLength(arrived);
    expect(kirin.ledger.tasks).toHaveLength(made);
  });
});

/** Reads the whole body, through the one method that both kinds of response have. */
async function readAll(response: Response): Promise<void> {
  const reader = response.body?.getReader();
  while (reader && !(await reader.read()).done);
}
