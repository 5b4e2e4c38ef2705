/** Starts built servers for a test, sends them requests, and ends them afterwards. */
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { type IncomingHttpHeaders, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { SERVER_SCRIPTS, ServerProcess } from "../servers/server-process.ts";

/** Starts a built server on a free port with its own folder. It is killed when the test ends. */
export async function launch(
  server: keyof typeof SERVER_SCRIPTS,
  env: Record<string, string> = {},
): Promise<ServerProcess> {
  const dir = await mkdtemp(join(tmpdir(), "kirin-product-"));
  const launched = new ServerProcess(SERVER_SCRIPTS[server], {
    env: { PATH: process.env.PATH, PORT: "0", SIMULATOR_DIR: dir, ...env },
  });
  onTestFinished(async () => {
    await launched.end("SIGKILL");
    await rm(dir, { recursive: true, force: true });
  });
  return launched;
}

interface Asking {
  method?: string;
  /** May contain a different `Host`, which `fetch` does not allow. */
  headers?: Record<string, string>;
  body?: string;
}

/** Sends one request with exactly these headers and reads the whole answer. */
export async function ask(
  url: string,
  { method = "GET", headers = {}, body }: Asking = {},
): Promise<{ status: number; headers: IncomingHttpHeaders; text: string }> {
  const asking = request(url, { method, headers, agent: false }).end(body);
  const [response] = await once(asking, "response");
  let text = "";
  for await (const chunk of response) text += chunk;
  return { status: response.statusCode, headers: response.headers, text };
}

/** POSTs a create like the studio's page. */
export function create(url: string, prompt: string): Promise<Response> {
  return fetch(`${url}/api/generations`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Kirin-Studio": "1" },
    body: JSON.stringify({ prompt }),
  });
}
