/** The server behind `npm start`: the built studio, the proxy, and Kirin or its simulator. */
import { join } from "node:path";
import { createProxy, isProxyPath } from "#proxy/create-proxy.ts";
import { readUpstreamSettings } from "#proxy/upstream-settings.ts";
import { startGrace } from "./grace.ts";
import { listen } from "./listen.ts";
import { openUpstream } from "./open-upstream.ts";
import { requestListener } from "./request-listener.ts";
import { type Running, runUntilSignal } from "./run-until-signal.ts";
import { readListenSettings, readSimulatorSettings } from "./simulator-env.ts";
import { loadStaticFiles } from "./static-files.ts";

const DEFAULT_PORT = 4173;
const LOOPBACK_HOSTS = ["localhost", "127.0.0.1", "::1"];
/** The built studio lies beside the built server. */
const STUDIO_DIR = join(import.meta.dirname, "../studio");

async function start(): Promise<Running> {
  const settings = readUpstreamSettings(process.env);
  const address = readListenSettings(process.env, DEFAULT_PORT);
  const studio = await loadStaticFiles(STUDIO_DIR);
  const kirin = await openUpstream(settings, readSimulatorSettings(process.env));
  const proxy = createProxy({
    upstream: kirin.upstream,
    clipFetch: kirin.clipFetch,
    // Who listens beyond this machine has a name of their own in front of it.
    allowedHosts: LOOPBACK_HOSTS.includes(address.host) ? [] : "any",
    log: (line) => process.stdout.write(`${line}\n`),
  });
  const listener = requestListener((request) =>
    isProxyPath(new URL(request.url).pathname) ? proxy.fetch(request) : studio.fetch(request),
  );
  const server = await listen(listener, address).catch(async (error: unknown) => {
    await kirin.close();
    throw error;
  });
  process.stdout.write(`Kirin Studio ready at ${server.url}\n`);
  return {
    close: async () => {
      const grace = startGrace();
      await server.close(grace);
      // A create whose browser has left is still under way here, and has what is left of the time.
      await kirin.close(grace);
    },
  };
}

await runUntilSignal(start);
