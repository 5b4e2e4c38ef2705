/** The simulator as a separate server for any Kirin client: `npm run simulator`. */
import { join } from "node:path";
import { isAllowedHost } from "#proxy/access/host-name.ts";
import type { Simulator } from "#simulator/create-simulator.ts";
import { Refused, refusalResponse } from "#simulator/http/refuse.ts";
import { openSimulator } from "./open-simulator.ts";
import { printLine } from "./output.ts";
import { runUntilSignal } from "./run-until-signal.ts";
import { listen } from "./server/listen.ts";
import { isForThisMachineOnly, readListenSettings } from "./server/listen-settings.ts";
import type { NodeApp, RefusalCode } from "./server/node-app.ts";
import { readSimulatorSettings } from "./simulator-env.ts";

const DEFAULT_PORT = 4174;

const REFUSALS: Readonly<Record<RefusalCode, readonly [status: number, message: string]>> = {
  "wrong-host": [421, "The simulator isn't served under this host name."],
  "malformed-request": [400, "The request isn't valid HTTP."],
  "headers-too-large": [431, "The request's headers are too large."],
  "request-timeout": [408, "The request didn't arrive in time."],
};

function refuse(code: RefusalCode): Response {
  return refusalResponse(new Refused(...REFUSALS[code]));
}

await runUntilSignal(async () => {
  const settings = readSimulatorSettings(process.env);
  const place = readListenSettings(process.env, DEFAULT_PORT);
  let simulator: Simulator | undefined;
  const app: NodeApp = {
    refuse,
    async fetch(request) {
      if (!isAllowedHost(new URL(request.url).hostname, place.allowedHosts)) {
        return refuse("wrong-host");
      }
      return simulator?.fetch(request) ?? new Response(null, { status: 503 });
    },
  };
  // Listen first, because clip URLs contain the port.
  const listening = await listen(app, place);
  try {
    simulator = await openSimulator({
      ...settings,
      mayCallLoopback: isForThisMachineOnly(place),
      publicBaseUrl: listening.url,
      childPath: join(import.meta.dirname, "render-child.js"),
    });
  } catch (error) {
    await listening.close();
    throw error;
  }
  printLine(`Kirin simulator ready at ${listening.url}`);
  return {
    async close() {
      await Promise.all([listening.close(), simulator?.close()]);
    },
  };
});
