/** Reads a server's addresses and allowed host names from the environment. */
import * as z from "zod/mini";
import { number, parseEnv, variable } from "#hosts/node/env-variables.ts";
import { canonicalHost } from "#proxy/access/host-name.ts";

/** Where a server listens, and what the operator has configured in front of it. */
export interface ListenSettings {
  host: string;
  /** 0 for any free port. */
  port: number;
  /** Host names and addresses that are served besides loopback ones. */
  allowedHosts: readonly string[];
  /** Whether a reverse proxy in front of the server authenticates users. */
  isBehindAuth: boolean;
}

const HOSTS_SENTENCE =
  "STUDIO_ALLOWED_HOSTS must be host names or IP addresses, separated by commas, without scheme or port.";
const AUTH_SENTENCE = "STUDIO_BEHIND_AUTH must be 1 or unset.";

/**
 * Reads `HOST`, `PORT`, `STUDIO_ALLOWED_HOSTS` and `STUDIO_BEHIND_AUTH`. Throws a `SettingsError` on an invalid value.
 */
export function readListenSettings(
  env: Record<string, string | undefined>,
  defaultPort: number,
): ListenSettings {
  const schema = z.object({
    HOST: variable("localhost"),
    PORT: number(
      defaultPort,
      (port) => Number.isInteger(port) && port <= 65_535,
      "PORT must be a whole number from 0 to 65535.",
    ),
    STUDIO_ALLOWED_HOSTS: z.pipe(
      variable(""),
      z.pipe(
        z.transform(hostList),
        z.array(z.string({ error: HOSTS_SENTENCE }), { error: HOSTS_SENTENCE }),
      ),
    ),
    STUDIO_BEHIND_AUTH: z.pipe(
      variable("0"),
      z.string().check(z.refine((text) => text === "0" || text === "1", { error: AUTH_SENTENCE })),
    ),
  });
  const parsed = parseEnv(schema, env);
  return {
    host: parsed.HOST,
    port: parsed.PORT,
    allowedHosts: parsed.STUDIO_ALLOWED_HOSTS,
    isBehindAuth: parsed.STUDIO_BEHIND_AUTH === "1",
  };
}

/** Each host in canonical form, or null for an invalid one. */
function hostList(text: string): (string | null)[] {
  return text === "" ? [] : text.split(",").map((host) => canonicalHost(host.trim()));
}
