/** Reads from the environment which Kirin the proxy uses. No other module reads the key's variable. */

import * as z from "zod/mini";
import { DEFAULT_BASE_URL } from "#kirin/endpoints.ts";
import { isLoopbackHost } from "#proxy/access/host-name.ts";
import { isUsableKey } from "./usable-key.ts";

/** The embedded simulator, or a live Kirin. A live one without a key cannot create anything. */
export type UpstreamSettings =
  | { kind: "simulator" }
  | { kind: "live"; baseUrl: string; apiKey: string | null };

/** An invalid environment variable. The message is one sentence for the person who starts the server. */
export class SettingsError extends Error {}

const KEY_SENTENCE = "KIRIN_API_KEY must be printable ASCII without spaces.";
const URL_SENTENCE =
  "KIRIN_BASE_URL must be an http or https URL without user name, query or fragment.";

const HTTPS_SENTENCE =
  "KIRIN_BASE_URL must be an https URL, because http sends the API key unencrypted; KIRIN_ALLOW_HTTP=1 allows http anyway.";
const ALLOW_HTTP_SENTENCE = "KIRIN_ALLOW_HTTP must be 1 or unset.";

const environmentSchema = z.object({
  KIRIN_API_KEY: z.optional(
    z.string().check(z.refine((text) => text === "" || isUsableKey(text), { error: KEY_SENTENCE })),
  ),
  KIRIN_BASE_URL: z.optional(
    z.string().check(z.refine((text) => text === "" || isBaseUrl(text), { error: URL_SENTENCE })),
  ),
  KIRIN_ALLOW_HTTP: z.optional(z.enum(["", "0", "1"], { error: ALLOW_HTTP_SENTENCE })),
});

/**
 * Reads `KIRIN_API_KEY` and `KIRIN_BASE_URL`. Either one selects a live Kirin; an empty value counts as unset.
 * A key is sent over plain http only to loopback addresses, unless `KIRIN_ALLOW_HTTP=1`. Throws {@link
 * SettingsError} on an invalid value, without repeating it, because it may be a key.
 */
export function readUpstreamSettings(env: Record<string, string | undefined>): UpstreamSettings {
  const parsed = z.safeParse(environmentSchema, env);
  if (!parsed.success) {
    throw new SettingsError(
      parsed.error.issues[0]?.message ?? "The environment variables couldn't be read.",
    );
  }
  const { KIRIN_API_KEY: apiKey, KIRIN_BASE_URL: baseUrl, KIRIN_ALLOW_HTTP } = parsed.data;
  if (!apiKey && !baseUrl) return { kind: "simulator" };
  if (apiKey && baseUrl && KIRIN_ALLOW_HTTP !== "1" && sendsKeyInClear(baseUrl)) {
    throw new SettingsError(HTTPS_SENTENCE);
  }
  return {
    kind: "live",
    baseUrl: (baseUrl || DEFAULT_BASE_URL).replace(/\/+$/, ""),
    apiKey: apiKey || null,
  };
}

/** Whether an address is plain http to another machine, where the network can read the key. */
function sendsKeyInClear(baseUrl: string): boolean {
  const { protocol, hostname } = new URL(baseUrl);
  return protocol === "http:" && !isLoopbackHost(hostname);
}

function isBaseUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return (
    (url.protocol === "http:" || url.protocol === "https:") &&
    url.username === "" &&
    url.password === "" &&
    url.search === "" &&
    url.hash === ""
  );
}
