/** Opens a web server on the addresses that a host name stands for, and ends it cleanly. */
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { atEndOf, startGrace } from "./grace.ts";

/** An open port. */
export interface Listening {
  /** For people: `http://localhost:4173`. */
  url: string;
  /** Stops accepting, lets what is under way finish until `grace` ends, then cuts it off. */
  close(grace?: AbortSignal): Promise<void>;
}

// "localhost" is two addresses on most machines, and clients disagree on which to try.
const LOCALHOST_ADDRESSES = ["127.0.0.1", "::1"];

interface Open {
  server: Server;
  /** Lets go of every connection as soon as it has nothing to answer. */
  endIdle: () => void;
}

/**
 * Listens on `host` and `port` (0 picks a free one). On `localhost` both loopback addresses are served where the
 * machine has both. Fails with one sentence when the port cannot be had.
 */
export async function listen(
  handler: RequestListener,
  { host, port }: { host: string; port: number },
): Promise<Listening> {
  const [first = host, ...others] = host === "localhost" ? LOCALHOST_ADDRESSES : [host];
  const main = await open(handler, first, port);
  const servers = [main];
  // A server that listens on TCP has an AddressInfo; only a pipe has a string.
  const { port: chosen } = main.server.address() as AddressInfo;
  for (const address of others) {
    try {
      servers.push(await open(handler, address, chosen));
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
    url: `http://${host.includes(":") ? `[${host}]` : host}:${chosen}`,
    close: async (grace = startGrace()) => {
      await Promise.all(servers.map((each) => end(each, grace)));
    },
  };
}

/**
 * The answer ends every connection without a request under way, and from then on each one that has had its
 * last answer. Node's own `closeIdleConnections` passes over those that never sent any, which browsers
 * open in advance, and looks only once.
 */
function watchIdle(server: Server): () => void {
  const idle = new Set<Socket>();
  let isClosing = false;
  const rest = (socket: Socket) => {
    if (isClosing) socket.destroySoon();
    else if (!socket.destroyed) idle.add(socket);
  };
  server.on("connection", (socket) => {
    rest(socket);
    socket.once("close", () => idle.delete(socket));
  });
  server.on("request", ({ socket }, response) => {
    idle.delete(socket);
    response.once("close", () => rest(socket));
  });
  return () => {
    isClosing = true;
    for (const socket of idle) socket.destroySoon();
  };
}

function open(handler: RequestListener, address: string, port: number): Promise<Open> {
  const server = createServer(handler);
  const endIdle = watchIdle(server);
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(toSentence(error, address, port));
    });
    server.listen(port, address, () => resolve({ server, endIdle }));
  });
}

class PortTaken extends Error {}

function toSentence(error: NodeJS.ErrnoException, address: string, port: number): Error {
  switch (error.code) {
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
      return new Error(`Cannot listen on ${address}, port ${port}: ${error.message}.`);
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
