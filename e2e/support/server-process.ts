/** One of the built servers in a process of its own. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { createInterface } from "node:readline";

const built = resolve(import.meta.dirname, "../../dist/server");

/** A running server, and the address it printed. */
export interface ServerProcess {
  url: string;
  end: (signal: NodeJS.Signals) => Promise<void>;
}

/** Starts `dist/server/<entry>.js` and waits until it says where it is ready. */
export async function startServer(
  entry: "main" | "simulator",
  env: Record<string, string>,
): Promise<ServerProcess> {
  const child = spawn(process.execPath, [resolve(built, `${entry}.js`)], {
    env: { ...process.env, SIMULATOR_SPEED: "8", ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const url = / ready at (\S+)$/.exec(line)?.[1];
    if (url !== undefined) {
      child.stdout.resume();
      return { url, end: (signal) => end(child, signal) };
    }
  }
  throw new Error("The server ended before it was ready.");
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill(signal);
  await ended;
}
