/** Opens an HTTP server on all addresses of a host name, and closes it gracefully. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { onGraceEnd, startGrace } from "#hosts/node/grace.ts";
import { addressesToBind, printableUrl } from "./bind-address.ts";
import { answerClientErrors } from "./client-errors.ts";
import { watchIdle } from "./idle-connections.ts";
import type { ListenSettings } from "./listen-settings.ts";
import type { NodeApp } from "./node-app.ts";
import { requestListener } from "./request-listener.ts";

/** A listening server. */
export interface Listening {
  /** Shown to the operator, such as `http://localhost:4173`. */
  url: string;
  /** Closes each connection once it is idle. New connections are still accepted, for one request each. */
  drain(): void;
  /** Stops accepting connections, lets active ones finish until `grace` ends, then destroys them. */
  close(grace?: AbortSignal): Promise<void>;
}

/**
 * Limits for sending a request, in milliseconds. A slow client is disconnected within 15 seconds: the request
 * timeout plus one check interval. Responses, and the time until one starts, are not limited here.
 */
export const CLIENT_TIMEOUTS = {
  headersTimeout: 10_000,
  requestTimeout: 12_000,
  connectionsCheckingInterval: 1_000,
  keepAliveTimeout: 5_000,
};

/** Open connections at most. Further ones are closed at once, so that idle ones cannot use up all memory. */
const MAX_CONNECTIONS = 2_000;

interface Open {
  server: Server;
  endIdle: () => void;
}

/**
 * Listens on the configured host and port. For `localhost` both loopback addresses are used if available.
 * Rejects with one sentence when the port is taken, or when other machines could reach an unprotected server.
 */
export async function listen(
  app: NodeApp,
  settings: ListenSettings,
  timeouts: typeof CLIENT_TIMEOUTS = CLIENT_TIMEOUTS,
): Promise<Listening> {
  const { host, port } = settings;
  const [first = host, ...others] = await addressesToBind(settings).catch((error: unknown) => {
    throw toSentence(error, host, port);
  });
  const bind = (address: string, at: number) => open({ app, address, port: at, timeouts });
  const main = await bind(first, port);
  const servers = [main];
  // The address of a TCP server is always an AddressInfo.
  const { port: chosen } = main.server.address() as AddressInfo;
  for (const address of others) {
    try {
      servers.push(await bind(address, chosen));
    } catch (error) {
      // A missing IPv6 is fine. A port taken on one address is not: the browser might open the other program's
      // page.
      if (error instanceof PortTaken) {
        await Promise.all(servers.map((each) => end(each, AbortSignal.abort())));
        throw error;
      }
    }
  }
  return {
    url: printableUrl(host, chosen),
    drain: () => {
      for (const { endIdle } of servers) endIdle();
    },
    close: async (grace = startGrace()) => {
      await Promise.all(servers.map((each) => end(each, grace)));
    },
  };
}

interface Opening {
  app: NodeApp;
  address: string;
  port: number;
  timeouts: typeof CLIENT_TIMEOUTS;
}

function open({ app, address, port, timeouts }: Opening): Promise<Open> {
  // The listener refuses requests without a Host itself, with the app's headers and a log line.
  const server = createServer({ ...timeouts, requireHostHeader: false }, requestListener(app));
  server.maxConnections = MAX_CONNECTIONS;
  // Unknown expectations may be ignored (RFC 9110, section 10.1.1).
  server.on("checkExpectation", (...exchange) => server.emit("request", ...exchange));
  answerClientErrors(server, app);
  const endIdle = watchIdle(server);
  return new Promise((resolve, reject) => {
    server.once("error", (error) => reject(toSentence(error, address, port)));
    server.listen(port, address, () => resolve({ server, endIdle }));
  });
}

class PortTaken extends Error {}

function toSentence(error: unknown, address: string, port: number): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case undefined:
      return error;
    case "EADDRINUSE":
      return new PortTaken(
        `Port ${port} is already in use. Set PORT to a free port, or stop the program that uses it.`,
      );
    case "EACCES":
      return new Error(
        `This user isn't allowed to use port ${port}. Set PORT to a number above 1023.`,
      );
    case "ENOTFOUND":
    case "EAI_AGAIN":
    case "EADDRNOTAVAIL":
      return new Error(
        `HOST must be a name or address of this machine, such as localhost or 0.0.0.0, but it is "${address}".`,
      );
    default:
      return new Error(`Couldn't listen on ${address}, port ${port}: ${message}.`);
  }
}

function end({ server, endIdle }: Open, grace: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      forget();
      resolve();
    });
    endIdle();
    const forget = onGraceEnd(grace, () => server.closeAllConnections());
  });
}
