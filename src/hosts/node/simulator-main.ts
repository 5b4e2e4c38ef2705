/** The simulator as a server of its own, for any client of the real Kirin: `npm run simulator`. */
import { join } from "node:path";
import type { Simulator } from "#simulator/create-simulator.ts";
import { listen } from "./listen.ts";
import { openSimulator } from "./open-simulator.ts";
import { requestListener } from "./request-listener.ts";
import { runUntilSignal } from "./run-until-signal.ts";
import { readListenSettings, readSimulatorSettings } from "./simulator-env.ts";

const DEFAULT_PORT = 4174;

await runUntilSignal(async () => {
  const settings = readSimulatorSettings(process.env);
  const address = readListenSettings(process.env, DEFAULT_PORT);
  let simulator: Simulator | undefined;
  const listener = requestListener(
    async (request) => simulator?.fetch(request) ?? new Response(null, { status: 503 }),
  );
  // The port first: the clips' URLs name it.
  const listening = await listen(listener, address);
  try {
    simulator = await openSimulator({
      ...settings,
      publicBaseUrl: listening.url,
      childPath: join(import.meta.dirname, "render-child.js"),
    });
  } catch (error) {
    await listening.close();
    throw error;
  }
  process.stdout.write(`Kirin simulator ready at ${listening.url}\n`);
  return {
    async close() {
      await Promise.all([listening.close(), simulator?.close()]);
    },
  };
});
