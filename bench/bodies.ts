/**
 * Benchmarks hostile bodies in the proxy and the simulator: the time relative to half the length and to a long valid
 * body.
 */
import { PRECHARGE_PATH } from "#kirin/endpoints.ts";
import { HOSTILE_BODIES, LONGEST_VALID_BODY } from "#kirin/testing/hostile-bodies.ts";
import { createProxy } from "#proxy/create-proxy.ts";
import { precharge } from "#simulator/http/create-route.ts";

/** Just below the limits of the two servers. */
const PROXY_BYTES = 62 * 1024;
const SIMULATOR_BYTES = 244 * 1024;
const RUNS = 9;

type Send = (body: string) => Promise<unknown>;

/** Sends each body at half and at full length. Returns a line for each, and the worst ratio of each server. */
export async function benchBodies(): Promise<string[]> {
  const servers = [
    { name: "proxy", bytes: PROXY_BYTES, send: proxySender() },
    { name: "simulator", bytes: SIMULATOR_BYTES, send: sendToSimulator },
  ];
  const lines: string[] = [];
  for (const { name, bytes, send } of servers) {
    const valid = await fastestMs(send, LONGEST_VALID_BODY);
    const growths: number[] = [];
    for (const body of HOSTILE_BODIES) {
      const half = await fastestMs(send, body.make(bytes / 2));
      const whole = await fastestMs(send, body.make(bytes));
      growths.push(whole / half);
      lines.push(
        `${name}, ${body.name}: ${whole.toFixed(2)} ms, ${(whole / half).toFixed(1)}× half the length, ${(whole / valid).toFixed(1)}× a valid body`,
      );
    }
    const worst = Math.max(...growths).toFixed(1);
    lines.push(`${name}: twice the length takes at most ${worst}× the time (linear: 2)`);
  }
  return lines;
}

function proxySender(): Send {
  const proxy = createProxy({
    upstream: {
      kind: "live",
      baseUrl: "https://kirin.test",
      apiKey: () => "sk-bench",
      fetch: async () => Response.json({ id: "task", status: "queued" }),
    },
    clipFetch: () => Promise.reject(new Error("no clips here")),
    log: () => undefined,
  });
  return (body) =>
    proxy.fetch(
      new Request("http://localhost/api/generations", {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-Kirin-Studio": "1" },
        body,
      }),
    );
}

/** Sends a price quote, which reads its body like a create but stores nothing. */
async function sendToSimulator(params: string): Promise<unknown> {
  const request = new Request(`http://kirin.test${PRECHARGE_PATH}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Authorization: "Bearer sk-bench" },
    body: `{"model":"kirin_v2_6_t2v","input":[{"params":${params}}]}`,
  });
  // Most of these bodies are refused, which throws.
  return precharge(request).catch((refusal: unknown) => refusal);
}

/** The fastest of several runs, because other work on the machine only adds time. */
async function fastestMs(send: Send, body: string): Promise<number> {
  await send(body);
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const start = performance.now();
    await send(body);
    times.push(performance.now() - start);
  }
  return Math.min(...times);
}
