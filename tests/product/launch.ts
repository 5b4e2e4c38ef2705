/** Starts the built servers for a test and ends them after it. */
import { mkdtemp, rm } from "node:fs/promises";
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

/** POSTs a create as the studio's page does. */
export function create(url: string, prompt: string): Promise<Response> {
  return fetch(`${url}/api/generations`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Kirin-Studio": "1" },
    body: JSON.stringify({ prompt }),
  });
}
