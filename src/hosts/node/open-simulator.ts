/** Opens a simulator that renders in child processes. */

import { createRenderPool } from "#renderer/pool/render-pool.ts";
import { systemClock } from "#simulator/clock.ts";
import { createSimulator, type Simulator } from "#simulator/create-simulator.ts";
import { type CallbackFetchOptions, createCallbackFetch } from "./outgoing/callback-fetch.ts";
import { printError } from "./output.ts";
import type { SimulatorSettings } from "./simulator-env.ts";

/** Base URL of a simulator that is only called within its process. */
export const EMBEDDED_SIMULATOR_URL = "http://kirin.simulator";

export interface OpenSimulatorOptions
  extends SimulatorSettings,
    Pick<CallbackFetchOptions, "mayCallLoopback"> {
  /** Origin of clip URLs in callbacks. */
  publicBaseUrl: string;
  /** Path of the built `render-child` script. */
  childPath: string;
}

/**
 * Opens the simulator and its render pool; `close` closes both. Rejects with one sentence when the folder is
 * unusable.
 */
export async function openSimulator({
  childPath,
  mayCallLoopback,
  ...settings
}: OpenSimulatorOptions): Promise<Simulator> {
  const pool = createRenderPool({ childPath });
  const callbacks = createCallbackFetch({ mayCallLoopback });
  const simulator = await createSimulator({
    ...settings,
    clock: systemClock,
    renderer: pool,
    report: printError,
    callbackFetch: callbacks.fetch,
  });
  return {
    fetch: simulator.fetch,
    async close() {
      // Close the pool even if closing the simulator fails.
      await simulator.close().finally(() => pool.close());
      // The simulator has ended its callbacks.
      await callbacks.close(AbortSignal.abort());
    },
  };
}
