/**
 * Serves fake Kirins over HTTP to studios in other processes. Each has its own path, so that tests can run in parallel.
 */
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { CREATE_PATH, taskPath } from "#kirin/endpoints.ts";
import type { FakeKirin, Reply } from "./fake-kirin.ts";
import type { Fault } from "./fault.ts";
import type { ArrivedCreate, LedgerTask } from "./ledger.ts";
import { type Answer, HTML_PAGE, refusal } from "./wire.ts";

const TASK_PATH = taskPath("");
const CLIP_PATH = "/clips/";
/** How long the URL of a clip is valid after the read that returned it. */
const CLIP_URL_MS = 60_000;
const clip = readFileSync(join(import.meta.dirname, "clip.mp4"));

interface Exchange {
  kirin: FakeKirin;
  /** Path below the base URL of this Kirin. */
  path: string;
  request: IncomingMessage;
  response: ServerResponse;
}

export class FakeKirinServer {
  readonly #server: Server;
  readonly #kirins = new Map<string, FakeKirin>();
  readonly #openRequests = new Map<FakeKirin, number>();

  private constructor(server: Server) {
    this.#server = server;
    server.on("request", (request, response) => void this.#serve(request, response));
  }

  static async start(): Promise<FakeKirinServer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return new FakeKirinServer(server);
  }

  /** The base URL of the Kirin with this name. */
  baseUrl(name: string): string {
    // The address of a TCP server is always an AddressInfo.
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}/${name}`;
  }

  /** Builds the clip URLs of the Kirin with this name. They are valid for a minute of its clock. */
  clipUrls(name: string, clock: { now(): number }): (task: LedgerTask) => string {
    return ({ id }) => `${this.baseUrl(name)}${CLIP_PATH}${id}/${clock.now()}`;
  }

  /** Serves a Kirin under a name, in place of any earlier one. */
  serve(name: string, kirin: FakeKirin): void {
    this.#kirins.set(name, kirin);
  }

  /** Number of unanswered requests plus creates that have not taken effect yet. */
  openCount(kirin: FakeKirin): number {
    return (this.#openRequests.get(kirin) ?? 0) + kirin.pendingCreates.length;
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? "/", "http://kirin");
    const [, name = "", path = ""] = /^\/([^/]+)(.*)$/.exec(pathname) ?? [];
    const kirin = this.#kirins.get(name);
    if (kirin === undefined) return sendAnswer(response, refusal(404));
    this.#count(kirin, 1);
    // A caller that disconnects makes the response in progress fail.
    await answer({ kirin, path, request, response }).catch(() => response.destroy());
    this.#count(kirin, -1);
  }

  #count(kirin: FakeKirin, change: number): void {
    this.#openRequests.set(kirin, (this.#openRequests.get(kirin) ?? 0) + change);
  }
}

async function answer(exchange: Exchange): Promise<void> {
  const { path, request, response } = exchange;
  if (request.method === "POST" && path === CREATE_PATH) await answerCreate(exchange);
  else if (path.startsWith(TASK_PATH)) await answerRead(exchange);
  else if (path.startsWith(CLIP_PATH)) await answerClip(exchange);
  // Like some gateways, the fake has no quotes.
  else sendAnswer(response, refusal(404));
}

async function answerCreate({ kirin, request, response }: Exchange): Promise<void> {
  const fault = kirin.nextFault("create");
  if (!(await arrives(kirin, fault, response))) return;
  const { create, reply } = kirin.receiveCreate(await readText(request), fault);
  const isLate = reply.kind === "answer" && reply.delayMs > 0;
  if (isLate || reply.kind === "silent") recordAbort(kirin, create, response);
  await sendReply(kirin, reply, response);
}

async function answerRead({ kirin, path, response }: Exchange): Promise<void> {
  const fault = kirin.nextFault("read");
  if (!(await arrives(kirin, fault, response))) return;
  const reply = kirin.receiveRead(decodeURIComponent(path.slice(TASK_PATH.length)), fault);
  await sendReply(kirin, reply, response);
}

async function answerClip({ kirin, path, request, response }: Exchange): Promise<void> {
  const fault = kirin.nextFault("clip");
  const [id, issuedAtMs] = path.slice(CLIP_PATH.length).split("/");
  const isExpired = kirin.clock.now() - Number(issuedAtMs) > CLIP_URL_MS;
  if (!kirin.hasClip(id) || isExpired || fault.kind === "expired") {
    sendAnswer(response, refusal(403));
  } else if (fault.kind === "none") sendClip(request, response);
  else if (fault.kind === "truncated") sendHalf(response, clip);
  else if (fault.kind === "status") sendAnswer(response, refusal(fault.status));
  else if (fault.kind === "silent") await closed(response);
  else response.destroy();
}

/**
 * Applies faults that occur before a request arrives. Resolves to false if the request is lost. A running server cannot
 * be unreachable, so "unreachable" also breaks the connection.
 */
async function arrives(kirin: FakeKirin, fault: Fault, response: ServerResponse): Promise<boolean> {
  if (fault.kind === "delayed") await wait(kirin, fault.ms);
  const isLost = fault.kind === "lost" || fault.kind === "unreachable";
  if (isLost) response.destroy();
  return !isLost;
}

async function sendReply(kirin: FakeKirin, reply: Reply, response: ServerResponse): Promise<void> {
  switch (reply.kind) {
    case "silent":
      return closed(response);
    case "reset":
      response.destroy();
      return;
    case "html":
      response.writeHead(200, { "Content-Type": "text/html" });
      response.end(HTML_PAGE);
      return;
    case "truncated":
      return sendHalf(response, Buffer.from(JSON.stringify(reply.answer.body)));
    case "answer":
      if (reply.delayMs > 0) await wait(kirin, reply.delayMs);
      return sendAnswer(response, reply.answer);
  }
}

function sendAnswer(response: ServerResponse, { status, body, retryAfterSeconds }: Answer): void {
  response.writeHead(status, {
    "Content-Type": "application/json",
    ...(retryAfterSeconds !== null && { "Retry-After": String(retryAfterSeconds) }),
  });
  response.end(JSON.stringify(body));
}

/** Sends half of a body, then breaks the connection. */
function sendHalf(response: ServerResponse, body: Uint8Array): void {
  response.writeHead(200, { "Content-Length": String(body.length) });
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.destroy());
}

/** Sends the clip, or one range of it. */
function sendClip(request: IncomingMessage, response: ServerResponse): void {
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? "") ?? [];
  const common = { "Content-Type": "video/mp4", "Accept-Ranges": "bytes" };
  if (first === undefined) {
    response.writeHead(200, { ...common, "Content-Length": String(clip.length) });
    response.end(clip);
    return;
  }
  const from = Number(first);
  const to = Math.min(last ? Number(last) : clip.length - 1, clip.length - 1);
  response.writeHead(206, {
    ...common,
    "Content-Length": String(to + 1 - from),
    "Content-Range": `bytes ${from}-${to}/${clip.length}`,
  });
  response.end(clip.subarray(from, to + 1));
}

/** The whole body. Rejects if the caller disconnects before its end. */
async function readText(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request.setEncoding("utf8")) text += chunk;
  return text;
}

/** Records when the caller aborts a create while waiting for its answer. */
function recordAbort(kirin: FakeKirin, create: ArrivedCreate, response: ServerResponse): void {
  response.once("close", () => {
    if (!response.writableEnded) create.abortedAfterMs = kirin.clock.now() - create.atMs;
  });
}

function closed(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => response.once("close", () => resolve()));
}

function wait(kirin: FakeKirin, ms: number): Promise<void> {
  return new Promise((resolve) => kirin.clock.after(ms, resolve));
}
