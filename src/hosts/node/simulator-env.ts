/** Reads the simulator's settings from the environment. */
import * as z from "zod/mini";
import { number, parseEnv, variable } from "./env-variables.ts";

/** The folder of the simulator's tasks and clips, and its speed factor. */
export interface SimulatorSettings {
  dir: string;
  speed: number;
}

const DEFAULT_DIR = ".data/simulator";
const SPEED_MIN = 0.001;
const SPEED_MAX = 1000;

const simulatorSchema = z.object({
  SIMULATOR_DIR: variable(DEFAULT_DIR),
  SIMULATOR_SPEED: number(
    1,
    (speed) => speed >= SPEED_MIN && speed <= SPEED_MAX,
    `SIMULATOR_SPEED must be a number from ${SPEED_MIN} to ${SPEED_MAX}, such as 0.5 or 2.`,
  ),
});

/** Reads `SIMULATOR_DIR` and `SIMULATOR_SPEED`. Throws a `SettingsError` on an invalid value. */
export function readSimulatorSettings(env: Record<string, string | undefined>): SimulatorSettings {
  const { SIMULATOR_DIR: dir, SIMULATOR_SPEED: speed } = parseEnv(simulatorSchema, env);
  return { dir, speed };
}
