/** Sends random requests to the proxy over raw sockets, and counts the answers that are our fault. */
import fc from "fast-check";
import { arbitraryRequest } from "#hosts/node/testing/arbitrary-request.ts";
import { openFuzzedServer } from "#hosts/node/testing/fuzzed-server.ts";

const CASES = 100_000;
const BATCH = 1_000;
/** A request whose answer takes longer counts as a hang. Damaged bodies are waited for, 12 seconds at most. */
const HANG_MS = 20_000;

/** Returns the number of cases and of faults, with the first faulty requests. */
export async function benchFuzz(): Promise<string[]> {
  const server = await openFuzzedServer();
  const faults: string[] = [];
  const seed = Date.now() % 2 ** 31;
  let slowestMs = 0;
  for (let done = 0; done < CASES; done += BATCH) {
    for (const request of fc.sample(arbitraryRequest, { numRuns: BATCH, seed: seed + done })) {
      const start = performance.now();
      const fault = await server.faultOf(request);
      slowestMs = Math.max(slowestMs, performance.now() - start);
      if (fault !== null) faults.push(`${fault}: ${JSON.stringify(request)}`);
    }
  }
  const isAlive = await server.isAlive();
  await server.close();
  const hangs = slowestMs > HANG_MS ? "at least one hang" : "no hang";
  return [
    `${CASES} random requests, seed ${seed}: ${faults.length} faults, ${hangs}, server ${isAlive ? "alive" : "dead"}`,
    ...faults.slice(0, 5),
  ];
}
