/** Starts the built servers as a person does, and tells how they end. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { onTestFinished } from "vitest";

const built = resolve(import.meta.dirname, "../../dist/server");

export interface Launched {
  child: ChildProcess;
  /** The URL the server printed; rejects when it ended without one. */
  url: Promise<string>;
  /** Exit code, or the signal it died of. */
  ended: Promise<number | NodeJS.Signals>;
  /** All it has written so far, on both outputs. */
  output: () => string;
  /** Resolves with what a pattern finds in its output; rejects when it ended without that. */
  wrote: (pattern: RegExp) => Promise<string>;
}

/** Starts `dist/server/<entry>.js` on a free port, with a folder of its own; it is killed when the test is over. */
export async function launch(
  entry: "main" | "simulator",
  env: Record<string, string> = {},
): Promise<Launched> {
  const dir = await mkdtemp(join(tmpdir(), "kirin-product-"));
  const child = spawn(process.execPath, [join(built, `${entry}.js`)], {
    env: { PATH: process.env.PATH, PORT: "0", SIMULATOR_DIR: dir, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = once(child, "close").then(([code, signal]) => code ?? signal);
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await ended;
    await rm(dir, { recursive: true, force: true });
  });
  let output = "";
  const outputs = [child.stdout, child.stderr];
  for (const stream of outputs) {
    stream.on("data", (text) => {
      output += text;
    });
  }
  const wrote = (pattern: RegExp) =>
    new Promise<string>((done, fail) => {
      const look = () => {
        const match = pattern.exec(output);
        if (match) done(match[1] ?? match[0]);
      };
      for (const stream of outputs) stream.on("data", look);
      look();
      void ended.then(() => fail(new Error(`It ended with other words: ${output}`)));
    });
  const url = wrote(/ ready at (\S+)\n/);
  // Whoever waits for the end alone has no use for the URL.
  url.catch(() => undefined);
  return { child, url, ended, output: () => output, wrote };
}

/** POSTs a create as the studio's page does. */
export function create(url: string, prompt: string): Promise<Response> {
  return fetch(`${url}/api/generations`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Kirin-Studio": "1" },
    body: JSON.stringify({ prompt }),
  });
}
