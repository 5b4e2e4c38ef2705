/** Reads a server's addresses and allowed host names from the environment. */
import * as z from "zod/mini";
import { flag, number, parseEnv, variable } from "#hosts/node/env-variables.ts";
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
  /** Whether the server itself asks for a password. */
  hasSignIn?: boolean;
  /** Whether browsers reach the server over https only, because a proxy in front of it terminates TLS. */
  isHttps: boolean;
}

const HOSTS_SENTENCE =
  "STUDIO_ALLOWED_HOSTS must be host names or IP addresses, separated by commas, without scheme or port.";

/**
 * Reads `HOST`, `PORT`, `STUDIO_ALLOWED_HOSTS`, `STUDIO_BEHIND_AUTH` and `STUDIO_HTTPS`. Throws a `SettingsError` on an
 * invalid value.
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
    STUDIO_BEHIND_AUTH: flag("STUDIO_BEHIND_AUTH"),
    STUDIO_HTTPS: flag("STUDIO_HTTPS"),
  });
  const parsed = parseEnv(schema, env);
  return {
    host: parsed.HOST,
    port: parsed.PORT,
    allowedHosts: parsed.STUDIO_ALLOWED_HOSTS,
    isBehindAuth: parsed.STUDIO_BEHIND_AUTH,
    isHttps: parsed.STUDIO_HTTPS,
  };
}

/** Whether nobody else can use the server: an address that others can reach needs allowed hosts. */
export function isForThisMachineOnly({ allowedHosts }: ListenSettings): boolean {
  return allowedHosts.length === 0;
}

/** Each host in canonical form, or null for an invalid one. */
function hostList(text: string): (string | null)[] {
  return text === "" ? [] : text.split(",").map((host) => canonicalHost(host.trim()));
}
