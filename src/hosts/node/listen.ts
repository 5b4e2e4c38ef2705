/** Opens a web server on the addresses that a host name stands for, and ends it cleanly. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { addressesToBind, printableUrl } from "./bind-address.ts";
import { answerClientErrors } from "./client-errors.ts";
import { atEndOf, startGrace } from "./grace.ts";
import { watchIdle } from "./idle-connections.ts";
import type { ListenSettings } from "./listen-settings.ts";
import type { NodeApp } from "./node-app.ts";
import { requestListener } from "./request-listener.ts";

/** An open port. */
export interface Listening {
  /** For people: `http://localhost:4173`. */
  url: string;
  /** Ends every connection once it has nothing to answer. New ones are still taken, for one request each. */
  drain(): void;
  /** Stops accepting, lets what is under way finish until `grace` ends, then cuts it off. */
  close(grace?: AbortSignal): Promise<void>;
}

/**
 * How long a client may take, in milliseconds. A slow one is closed within 15 seconds: at most a request's time and one
 * look at the clocks. Answers, and the time until one begins, have no limit here.
 */
export const CLIENT_TIMEOUTS = {
  headersTimeout: 10_000,
  requestTimeout: 12_000,
  connectionsCheckingInterval: 1_000,
  keepAliveTimeout: 5_000,
};

interface Open {
  server: Server;
  endIdle: () => void;
}

/**
 * Listens on the host and port of the settings. On `localhost` both loopback addresses are served where the
 * machine has both. Fails with one sentence when the port cannot be had, or when strangers could reach it.
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
  // A server that listens on TCP has an AddressInfo; only a pipe has a string.
  const { port: chosen } = main.server.address() as AddressInfo;
  for (const address of others) {
    try {
      servers.push(await bind(address, chosen));
    } catch (error) {
      // A machine without IPv6 goes without. A port that somebody else has there is another matter: whoever
      // opens the page would be shown theirs.
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
  const server = createServer(timeouts, requestListener(app));
  // An expectation that nobody knows may be ignored (RFC 9110, section 10.1.1).
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
      return new PortTaken(`Port ${port} is in use. Set PORT to a free one, or end what uses it.`);
    case "EACCES":
      return new Error(
        `Port ${port} needs more rights than this user has. Set PORT to one above 1023.`,
      );
    case "ENOTFOUND":
    case "EAI_AGAIN":
    case "EADDRNOTAVAIL":
      return new Error(
        `HOST has to be a name or an address of this machine, such as localhost or 0.0.0.0; "${address}" is none.`,
      );
    default:
      return new Error(`Cannot listen on ${address}, port ${port}: ${message}.`);
  }
}

function end({ server, endIdle }: Open, grace: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      forget();
      resolve();
    });
    endIdle();
    const forget = atEndOf(grace, () => server.closeAllConnections());
  });
}
