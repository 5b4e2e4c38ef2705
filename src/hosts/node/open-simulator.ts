/** Opens a simulator that renders in child processes of this one. */

import { createRenderPool } from "#renderer/pool/render-pool.ts";
import { systemClock } from "#simulator/clock.ts";
import { createSimulator, type Simulator } from "#simulator/create-simulator.ts";
import { complain } from "./output.ts";
import type { SimulatorSettings } from "./simulator-env.ts";

/** Base URL of a simulator that is only ever called in its own process. */
export const EMBEDDED_SIMULATOR_URL = "http://kirin.simulator";

export interface OpenSimulatorOptions extends SimulatorSettings {
  /** Origin of the clip URLs in callbacks. */
  publicBaseUrl: string;
  /** The built `render-child` script. */
  childPath: string;
}

/** Opens the folder and its renderers; `close` ends both. Rejects with one sentence when the folder cannot be used. */
export async function openSimulator({
  childPath,
  ...settings
}: OpenSimulatorOptions): Promise<Simulator> {
  const pool = createRenderPool({ childPath });
  const simulator = await createSimulator({
    ...settings,
    clock: systemClock,
    renderer: pool,
    report: complain,
  });
  return {
    fetch: simulator.fetch,
    async close() {
      // Whatever happens to the folder, no renderer stays behind.
      await simulator.close().finally(() => pool.close());
    },
  };
}
