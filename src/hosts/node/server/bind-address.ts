/** Resolves and checks the addresses a server listens on. */
import { lookup } from "node:dns/promises";
import { canonicalHost, isLoopbackHost } from "#proxy/access/host-name.ts";
import type { ListenSettings } from "./listen-settings.ts";

// "localhost" has two addresses on most machines, and clients differ in which one they try.
const LOCALHOST_ADDRESSES = ["127.0.0.1", "::1"];
const WILDCARDS = ["0.0.0.0", "::"];

/**
 * The addresses that `HOST` resolves to; the first one is mandatory. Rejects when other machines can reach one
 * of them and the operator has not configured authentication. The resolved address counts, not its spelling.
 */
export async function addressesToBind(settings: ListenSettings): Promise<string[]> {
  const name = canonicalHost(settings.host) ?? settings.host;
  const addresses = name === "localhost" ? LOCALHOST_ADDRESSES : [(await lookup(name)).address];
  const { allowedHosts, isBehindAuth, hasSignIn = false } = settings;
  const isGuarded = allowedHosts.length > 0 && (isBehindAuth || hasSignIn);
  if (!isGuarded && !addresses.every(isLoopbackHost)) throw new Error(unguarded(settings.host));
  return addresses;
}

/** The URL to print: one that a browser on this machine can open. */
export function printableUrl(host: string, port: number): string {
  const name = canonicalHost(host) ?? host;
  if (WILDCARDS.includes(name)) return `http://localhost:${port}`;
  return `http://${name.includes(":") ? `[${name}]` : name}:${port}`;
}

function unguarded(host: string): string {
  return `HOST=${host} is reachable from other machines: leave HOST at localhost, or set STUDIO_ALLOWED_HOSTS to the host names of the studio and either STUDIO_PASSWORD_HASH to the output of "npm run hash-password" or, behind a proxy that authenticates users, STUDIO_BEHIND_AUTH=1.`;
}
