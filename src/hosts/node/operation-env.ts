/** Reads from the environment how the server is watched. */
import * as z from "zod/mini";
import { parseEnv } from "./env-variables.ts";

const TOKEN_SENTENCE =
  "STUDIO_METRICS_TOKEN must have at least 16 characters of printable ASCII without spaces.";

const schema = z.object({
  STUDIO_METRICS_TOKEN: z.optional(
    z.string().check(z.regex(/^(?:[\x21-\x7e]{16,})?$/, { error: TOKEN_SENTENCE })),
  ),
});

export interface OperationSettings {
  /** Bearer token for `/metrics`, or null. */
  metricsToken: string | null;
}

/** Reads `STUDIO_METRICS_TOKEN`. Throws a `SettingsError` on an invalid value. */
export function readOperationSettings(env: Record<string, string | undefined>): OperationSettings {
  return { metricsToken: parseEnv(schema, env).STUDIO_METRICS_TOKEN || null };
}
