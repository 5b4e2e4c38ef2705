/** The browser a trial runs in: one context of a shared browser, or a whole browser with a profile of its own on the disk. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { type Browser, type BrowserContext, chromium } from "playwright";
import { chromiumLaunchOptions } from "../setup/chromium.ts";
import { pageScript } from "./page-seams.ts";
import type { FastClock } from "./processes.ts";

/** Pages that nobody looks at must not be slowed down, or a trial would take the machine's time and not its own. */
const FLAGS = [
  "--disable-background-timer-throttling",
  "--disable-backgrounding-occluded-windows",
  "--disable-renderer-backgrounding",
  "--disable-gpu",
];
const VIEWPORT = { width: 1024, height: 700 };

export interface Stage {
  /** Where pages are opened; another one after {@link killBrowser}. */
  context: BrowserContext;
  /** Ends the browser without warning and starts it again on the same profile. A shared browser cannot. */
  killBrowser(): Promise<void>;
  close(): Promise<void>;
}

/** Starts the browser that trials of tabs share. */
export async function launchShared(): Promise<Browser> {
  const { args, ...options } = await chromiumLaunchOptions();
  return chromium.launch({ ...options, args: [...args, ...FLAGS] });
}

/** A context of a shared browser: nothing of it is left on the disk, and closing it leaves nothing behind. */
export async function openContext(browser: Browser, clock: FastClock): Promise<Stage> {
  const context = await browser.newContext({ viewport: VIEWPORT, locale: "en-US" });
  await context.addInitScript(pageScript(clock));
  return {
    context,
    killBrowser: () => Promise.reject(new Error("A shared browser is not killed.")),
    close: () => context.close(),
  };
}

/** A browser of its own, with a profile that outlives it. */
export async function openOwnBrowser(clock: FastClock): Promise<Stage> {
  const profile = await mkdtemp(join(tmpdir(), "kirin-trial-"));
  let own = await spawnBrowser(profile, clock);
  const stage: Stage = {
    context: own.context,
    async killBrowser() {
      await own.kill();
      own = await spawnBrowser(profile, clock);
      stage.context = own.context;
    },
    async close() {
      await own.kill();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
  return stage;
}

async function spawnBrowser(profile: string, clock: FastClock) {
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
    // A group of its own, so that all of its processes can be ended at once.
    { detached: true, stdio: ["ignore", "ignore", "pipe"] },
  );
  const browser = await chromium.connectOverCDP(await debuggerAddress(child));
  const [context] = browser.contexts();
  if (context === undefined) throw new Error("The browser has no profile open.");
  await context.addInitScript(pageScript(clock));
  return { context, kill: () => killGroup(child) };
}

async function debuggerAddress(child: ChildProcess): Promise<string> {
  if (child.stderr === null) throw new Error("The browser's words cannot be read.");
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
