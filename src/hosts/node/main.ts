/** The server of `npm start`: the built studio, the proxy, and Kirin or its simulator. */
import { join } from "node:path";
import { createProxy } from "#proxy/create-proxy.ts";
import { readUpstreamSettings } from "#proxy/upstream/upstream-settings.ts";
import { readTeamOptions } from "./access/team-env.ts";
import { startGrace } from "./grace.ts";
import { openUpstream } from "./open-upstream.ts";
import { readOperationSettings } from "./operation-env.ts";
import { printLine } from "./output.ts";
import { processSeries } from "./process-series.ts";
import { type Running, runUntilSignal } from "./run-until-signal.ts";
import { listen } from "./server/listen.ts";
import { isForThisMachineOnly, readListenSettings } from "./server/listen-settings.ts";
import { readSimulatorSettings } from "./simulator-env.ts";
import { loadStaticFiles } from "./static/static-files.ts";

const DEFAULT_PORT = 4173;
/** The built studio is next to the built server. */
const STUDIO_DIR = join(import.meta.dirname, "../studio");

async function start(): Promise<Running> {
  const settings = readUpstreamSettings(process.env);
  const team = readTeamOptions(process.env);
  const read = readListenSettings(process.env, DEFAULT_PORT);
  // Browsers keep the session's cookie only on https, and on localhost.
  const place = { ...read, hasSignIn: team !== null, isHttps: read.isHttps || team !== null };
  const operation = readOperationSettings(process.env);
  const studio = await loadStaticFiles(STUDIO_DIR);
  const kirin = await openUpstream(settings, {
    ...readSimulatorSettings(process.env),
    mayCallLoopback: isForThisMachineOnly(place),
  });
  const proxy = createProxy({
    upstream: kirin.upstream,
    clipFetch: kirin.clipFetch,
    assets: studio.fetch,
    allowedHosts: place.allowedHosts,
    isHttps: place.isHttps,
    ...(team !== null && { team }),
    metrics: {
      isOpen: isForThisMachineOnly(place),
      token: operation.metricsToken,
      hostSeries: processSeries(),
    },
    log: printLine,
  });
  const server = await listen(proxy, place).catch(async (error: unknown) => {
    await kirin.close();
    throw error;
  });
  printLine(`Kirin Studio ready at ${server.url}`);
  return {
    close: async () => {
      const { creates, settled } = proxy.stop();
      server.drain();
      if (creates > 0) printLine(stopping(creates));
      // The browser may have disconnected, but the create must still get Kirin's response. Its timeout bounds
      // the wait.
      await settled;
      const grace = startGrace();
      await server.close(grace);
      await kirin.close(grace);
    },
  };
}

function stopping(creates: number): string {
  const what = creates === 1 ? "1 create request" : `${creates} create requests`;
  return `Waiting for Kirin to answer ${what} before stopping. A second signal stops immediately.`;
}

await runUntilSignal(start);
