/** The simulator's own settings, and where a server listens, read from the environment. */
import * as z from "zod/mini";
import { SettingsError } from "#proxy/upstream-settings.ts";

/** Where the simulator keeps tasks and clips, and how fast it goes. */
export interface SimulatorSettings {
  dir: string;
  speed: number;
}

/** Where a server listens. */
export interface ListenSettings {
  host: string;
  port: number;
}

const DEFAULT_DIR = ".data/simulator";
const SPEED_MIN = 0.001;
const SPEED_MAX = 1000;

/** A variable that is not set, or set to nothing, has its default. */
function variable(fallback: string) {
  return z.pipe(
    z.optional(z.string()),
    z.transform((text: string | undefined) => text?.trim() || fallback),
  );
}

function number(fallback: number, isGood: (value: number) => boolean, error: string) {
  return z.pipe(
    variable(String(fallback)),
    z.pipe(
      z.transform((text: string) => (/^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN)),
      z.number({ error }).check(z.refine(isGood, { error })),
    ),
  );
}

const simulatorSchema = z.object({
  SIMULATOR_DIR: variable(DEFAULT_DIR),
  SIMULATOR_SPEED: number(
    1,
    (speed) => speed >= SPEED_MIN && speed <= SPEED_MAX,
    `SIMULATOR_SPEED has to be a number from ${SPEED_MIN} to ${SPEED_MAX}, such as 0.5 or 2.`,
  ),
});

/** Reads `SIMULATOR_DIR` and `SIMULATOR_SPEED`; throws {@link SettingsError} on a wrong value. */
export function readSimulatorSettings(env: Record<string, string | undefined>): SimulatorSettings {
  const { SIMULATOR_DIR: dir, SIMULATOR_SPEED: speed } = parse(simulatorSchema, env);
  return { dir, speed };
}

/** Reads `HOST` and `PORT`, 0 for any free one; throws {@link SettingsError} on a wrong value. */
export function readListenSettings(
  env: Record<string, string | undefined>,
  defaultPort: number,
): ListenSettings {
  const schema = z.object({
    HOST: variable("localhost"),
    PORT: number(
      defaultPort,
      (port) => Number.isInteger(port) && port <= 65_535,
      "PORT has to be a whole number from 0 to 65535.",
    ),
  });
  const { HOST: host, PORT: port } = parse(schema, env);
  return { host, port };
}

function parse<T extends z.ZodMiniType>(schema: T, env: unknown): z.output<T> {
  const parsed = z.safeParse(schema, env);
  if (parsed.success) return parsed.data;
  throw new SettingsError(parsed.error.issues[0]?.message ?? "The environment cannot be read.");
}
