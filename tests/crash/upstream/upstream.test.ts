/** The scripted Kirin keeps the wire's rules and an honest ledger: a verdict is only as good as these. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { UpstreamProcess } from "../processes.ts";
import type { Weather } from "./weather.mjs";

const CALM: Partial<Weather> = {
  createTrouble: 0,
  readTrouble: 0,
  clipTrouble: 0,
  readLagMs: 0,
  slots: null,
  refusal: null,
  isWrapped: false,
  failing: 0,
  vanishing: 0,
};
/** The seed's first task then takes more than half a second of the machine. */
const FACTOR = 50;
const SEED = 1;
const SOON = { timeout: 10_000 };

let upstream: UpstreamProcess;

beforeAll(async () => {
  upstream = await UpstreamProcess.start({ originMs: Date.now(), factor: FACTOR });
});
afterAll(() => upstream.stop());

/** Begins a trial of that name. */
async function begin(name: string, weather: Partial<Weather> = {}): Promise<string> {
  await upstream.begin(name, { seed: SEED, weather: { ...CALM, ...weather } });
  return `${upstream.baseUrl(name)}/model/v1/generation`;
}

function create(url: string, id: string): Promise<Response> {
  const params = { prompt: "A fox", mode: "std", external_task_id: id };
  return fetch(url, { method: "POST", body: JSON.stringify({ input: [{ params }] }) });
}

test("a create makes one task for an id, and the ledger has both creates and the one task", async () => {
  const url = await begin("one");
  const first = await create(url, "mine");
  expect(first.status).toBe(200);
  const { id } = await first.json();
  expect((await create(url, "mine")).status).toBe(409);
  const { creates, tasks } = await upstream.ledger("one");
  expect(creates.map(({ externalTaskId }) => externalTaskId)).toEqual(["mine", "mine"]);
  expect(tasks).toMatchObject([{ id, externalTaskId: "mine", prompt: "A fox" }]);
});

test("a task is read by either id until it ends, and its clip comes in ranges", async () => {
  const url = await begin("two");
  const { id } = await (await create(url, "mine")).json();
  const read = async (by: string) => (await fetch(`${url}/task/${by}`)).json();
  expect(await read(id)).toMatchObject({ id, status: expect.stringMatching(/^in_/) });
  await expect.poll(async () => (await read("mine")).status, SOON).toBe("completed");
  const { output, usage } = await read("mine");
  const [task] = (await upstream.ledger("two")).tasks;
  expect(usage.cost).toBe(task?.cost);
  const clip = await fetch(output[0].content[0].url, { headers: { Range: "bytes=4-7" } });
  expect(clip.status).toBe(206);
  expect(await clip.text()).toBe("ftyp");
  expect((await fetch(`${url}/task/other`)).status).toBe(404);
});

test("slots are counted: one task at a time, and the next when it has ended", async () => {
  const url = await begin("three", { slots: 1, saysRetryAfter: true });
  expect((await create(url, "first")).status).toBe(200);
  const refused = await create(url, "second");
  expect(refused.status).toBe(429);
  expect(refused.headers.get("Retry-After")).toBe("3");
  expect(await refused.json()).toMatchObject({ error: { code: "1303" } });
  await expect.poll(async () => (await create(url, "second")).status, SOON).toBe(200);
});

test("troubles come by the seed, and end at a word", async () => {
  const url = await begin("four", { createTrouble: 1 });
  const troubled = async (name: string) => {
    for (let count = 0; count < 12; count += 1) {
      await fetch(url.replace("four", name), {
        method: "POST",
        body: JSON.stringify({
          input: [{ params: { prompt: "x", external_task_id: `${count}` } }],
        }),
        signal: AbortSignal.timeout(200),
      }).catch(() => undefined);
    }
    return (await upstream.ledger(name)).creates.map(({ trouble }) => trouble);
  };
  await begin("five", { createTrouble: 1 });
  const kinds = await troubled("four");
  expect(new Set(kinds).size).toBeGreaterThan(3);
  expect(kinds).not.toContain("none");
  expect(await troubled("five")).toEqual(kinds);
  await upstream.calm("four");
  expect((await create(url, "after")).status).toBe(200);
});
