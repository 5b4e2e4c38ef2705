/** Opens the Kirin behind the proxy: the embedded simulator, or a live one over the network. */
import { join } from "node:path";
import type { PlainFetch, Upstream } from "#proxy/options.ts";
import type { UpstreamSettings } from "#proxy/upstream/upstream-settings.ts";
import {
  EMBEDDED_SIMULATOR_URL,
  type OpenSimulatorOptions,
  openSimulator,
} from "./open-simulator.ts";
import { createClipFetch } from "./outgoing/clip-fetch.ts";
import { createUpstreamFetch } from "./outgoing/upstream-fetch.ts";

/** The embedded simulator accepts any key. This one owns all tasks of the studio. */
const EMBEDDED_KEY = "sk-studio";

export interface OpenUpstream {
  upstream: Upstream;
  clipFetch: PlainFetch;
  /** Rejects new calls and waits for calls in flight until `grace` ends. */
  close(grace?: AbortSignal): Promise<void>;
}

/** The settings of an embedded simulator. */
type EmbeddedSettings = Omit<OpenSimulatorOptions, "publicBaseUrl" | "childPath">;

export async function openUpstream(
  settings: UpstreamSettings,
  simulator: EmbeddedSettings,
): Promise<OpenUpstream> {
  return settings.kind === "live" ? openLive(settings) : openEmbedded(simulator);
}

function openLive(settings: Extract<UpstreamSettings, { kind: "live" }>): OpenUpstream {
  const api = createUpstreamFetch();
  const clips = createClipFetch({ trustedOrigin: new URL(settings.baseUrl).origin });
  return {
    upstream: {
      kind: "live",
      baseUrl: settings.baseUrl,
      apiKey: () => settings.apiKey,
      fetch: api.fetch,
    },
    clipFetch: clips.fetch,
    close: async (grace) => {
      await Promise.all([api.close(grace), clips.close(grace)]);
    },
  };
}

async function openEmbedded(settings: EmbeddedSettings): Promise<OpenUpstream> {
  const simulator = await openSimulator({
    ...settings,
    publicBaseUrl: EMBEDDED_SIMULATOR_URL,
    childPath: join(import.meta.dirname, "render-child.js"),
  });
  const fetchInside: PlainFetch = (url, init) => simulator.fetch(new Request(url, init));
  const clips = createClipFetch({
    trustedOrigin: EMBEDDED_SIMULATOR_URL,
    trustedFetch: fetchInside,
  });
  return {
    upstream: {
      kind: "simulator",
      baseUrl: EMBEDDED_SIMULATOR_URL,
      apiKey: () => EMBEDDED_KEY,
      fetch: fetchInside,
    },
    clipFetch: clips.fetch,
    close: async (grace) => {
      await Promise.all([simulator.close(), clips.close(grace)]);
    },
  };
}
