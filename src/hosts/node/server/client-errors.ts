/** Responds to requests that Node's HTTP parser rejects: invalid HTTP, too large headers, timeouts. */
import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import type { NodeApp, RefusalCode } from "./node-app.ts";

interface Exchange {
  incoming: IncomingMessage;
  outgoing: ServerResponse;
}

/** Node's parser error codes. Any other code means invalid HTTP. */
const CODES: Readonly<Record<string, RefusalCode>> = {
  HPE_HEADER_OVERFLOW: "headers-too-large",
  ERR_HTTP_REQUEST_TIMEOUT: "request-timeout",
};

/** Responds with, and logs, the app's refusals. Node by itself sends a bare status line and logs nothing. */
export function answerClientErrors(server: Server, app: NodeApp): void {
  const latest = new WeakMap<Duplex, Exchange>();
  server.on("request", (incoming, outgoing) => {
    latest.set(incoming.socket, { incoming, outgoing });
  });
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    const exchange = latest.get(socket);
    if (!shouldRespond(error, socket) || isResponding(exchange)) {
      socket.destroy();
      return;
    }
    const method = exchange?.incoming.complete === false ? (exchange.incoming.method ?? "") : "";
    if (exchange?.incoming.complete === false) withdraw(exchange);
    const code = CODES[error.code ?? ""] ?? "malformed-request";
    void sendRefusal(socket, () => app.refuse(code, method));
  });
  server.on(
    "connect",
    (_incoming, socket) => void sendRefusal(socket, () => app.refuse("wrong-host", "CONNECT")),
  );
}

/**
 * Whether to respond at all. Browsers open spare connections and never use them; those close without a
 * response.
 */
function shouldRespond(error: NodeJS.ErrnoException, socket: Duplex): boolean {
  const isSilent = "bytesRead" in socket && socket.bytesRead === 0;
  return socket.writable && error.code !== "ECONNRESET" && !isSilent;
}

/**
 * Whether a response is in progress, or the damaged request has been answered already: a refusal written now would look
 * like that response, or like a second one.
 */
function isResponding(exchange: Exchange | undefined): boolean {
  if (exchange === undefined) return false;
  const { incoming, outgoing } = exchange;
  if (outgoing.writableFinished) return !incoming.complete;
  return incoming.complete || outgoing.headersSent;
}

/**
 * Keeps the app's own response to a damaged request off the socket, which gets the refusal instead. To the app, the
 * client has left.
 */
function withdraw({ incoming, outgoing }: Exchange): void {
  outgoing.detachSocket(incoming.socket);
  outgoing.emit("close");
}

/** Writes a response directly to the socket, because the parser gave none to write to, and closes it. */
async function sendRefusal(
  socket: Duplex,
  refuse: () => Response | Promise<Response>,
): Promise<void> {
  socket.on("error", () => undefined);
  const response = await refuse();
  const body = Buffer.from(await response.text());
  const headers = new Headers(response.headers);
  headers.set("Connection", "close");
  headers.set("Content-Length", String(body.byteLength));
  const head = [
    `HTTP/1.1 ${response.status} ${STATUS_CODES[response.status] ?? ""}`,
    ...Array.from(headers, ([name, value]) => `${name}: ${value}`),
  ].join("\r\n");
  socket.end(Buffer.concat([Buffer.from(`${head}\r\n\r\n`, "latin1"), body]), () =>
    socket.destroy(),
  );
}
