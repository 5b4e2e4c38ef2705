/** The browser of a trial: a context in a shared browser, or a separate browser with a profile on disk. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { type Browser, type BrowserContext, chromium } from "playwright";
import { chromiumLaunchOptions } from "../setup/chromium.ts";

/** Keeps Chromium from throttling pages in the background. */
const FLAGS = [
  "--disable-background-timer-throttling",
  "--disable-backgrounding-occluded-windows",
  "--disable-renderer-backgrounding",
  "--disable-gpu",
];
const VIEWPORT = { width: 1024, height: 700 };

export interface TrialBrowser {
  /** Where pages are opened. Replaced by {@link killAndRestart}. */
  context: BrowserContext;
  /** Kills the browser and starts it again on the same profile. Rejects for a shared browser. */
  killAndRestart(): Promise<void>;
  close(): Promise<void>;
}

/** Starts the browser that the trials of layer "tabs" share. */
export async function launchSharedBrowser(): Promise<Browser> {
  const { args, ...options } = await chromiumLaunchOptions();
  return chromium.launch({ ...options, args: [...args, ...FLAGS] });
}

/** Opens a context of a shared browser. `script` runs in every page before its own code. */
export async function openContext(browser: Browser, script: string): Promise<TrialBrowser> {
  const context = await browser.newContext({
    viewport: VIEWPORT,
    locale: "en-US",
    // Painting what moves would take more CPU time than all else. The verdict reads what is stored and sent.
    reducedMotion: "reduce",
  });
  await context.addInitScript(script);
  return {
    context,
    killAndRestart: () => Promise.reject(new Error("A shared browser cannot be killed.")),
    close: () => context.close(),
  };
}

/** Starts a browser with a profile of its own. `script` runs in every page before its own code. */
export async function openOwnBrowser(script: string): Promise<TrialBrowser> {
  const profile = await mkdtemp(join(tmpdir(), "kirin-trial-"));
  let own = await spawnBrowser(profile, script);
  const trialBrowser: TrialBrowser = {
    context: own.context,
    async killAndRestart() {
      await own.kill();
      own = await spawnBrowser(profile, script);
      trialBrowser.context = own.context;
    },
    async close() {
      await own.kill();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  return trialBrowser;
}

async function spawnBrowser(profile: string, script: string) {
  const { executablePath = chromium.executablePath(), args } = await chromiumLaunchOptions();
  const child = spawn(
    executablePath,
    [
      "--headless",
      "--no-sandbox",
      "--disable-dev-shm-usage",
      "--password-store=basic",
      "--use-mock-keychain",
      `--user-data-dir=${profile}`,
      "--remote-debugging-port=0",
      "--no-first-run",
      ...args,
      ...FLAGS,
    ],
    // A process group of its own, so that all of its processes can be killed at once.
    { detached: true, stdio: ["ignore", "ignore", "pipe"] },
  );
  const browser = await chromium.connectOverCDP(await readDebuggerAddress(child));
  const [context] = browser.contexts();
  if (context === undefined) throw new Error("The browser has no context.");
  await context.addInitScript(script);
  return { context, kill: () => killGroup(child) };
}

async function readDebuggerAddress(child: ChildProcess): Promise<string> {
  if (child.stderr === null) throw new Error("The browser's stderr is not piped.");
  for await (const line of createInterface({ input: child.stderr })) {
    const address = /DevTools listening on (ws:\S+)/.exec(line)?.[1];
    if (address !== undefined) {
      child.stderr.resume();
      return address;
    }
  }
  throw new Error("The browser ended before it was ready.");
}

async function killGroup(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  process.kill(-child.pid, "SIGKILL");
  await ended;
}
