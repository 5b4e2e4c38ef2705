/** One tab of a trial and the operations on it. Operations on a dead or frozen tab resolve to undefined. */
import type { BrowserContext, CDPSession, Page } from "playwright";
import { READ_ROWS, type Row } from "./library-rows.ts";
import {
  CRASH_POINT_PATH,
  crashPointScript,
  OPEN_TRANSACTIONS,
  PRESSES_BINDING,
  type ReceivedPress,
  ROWS_BINDING,
} from "./page-instrumentation.ts";

/** A page that is alive answers within this time, in machine milliseconds. */
const TIMEOUT_MS = 120_000;
/** How late the event of a page's death may arrive after its first effects. */
const DEATH_EVENT_MS = 1_000;

/** Resolves when the page dies or is frozen. After that it does not respond. */
class Silence {
  begin: () => void = () => undefined;
  readonly begun = new Promise<undefined>((resolve) => {
    this.begin = () => resolve(undefined);
  });
}

export class Tab {
  readonly page: Page;
  readonly #cdp: CDPSession;
  #isDead = false;
  #isFrozen = false;
  #silence = new Silence();
  /** Generations whose page the creator has opened. */
  readonly shownIds = new Set<string>();
  readonly consoleErrors: string[] = [];
  /** Every row that the page has written, in order. */
  readonly writtenRows: Row[] = [];
  readonly receivedPresses: ReceivedPress[] = [];

  private constructor(page: Page, cdp: CDPSession) {
    this.page = page;
    this.#cdp = cdp;
    page.setDefaultTimeout(TIMEOUT_MS);
    page.on("crash", () => this.#die());
    page.on("close", () => this.#die());
    page.on("framenavigated", () => this.#readAddress());
    page.on("pageerror", (error) => this.consoleErrors.push(String(error)));
    page.on("console", (message) => {
      const isError = message.type() === "error" || message.type() === "warning";
      // Ignore the browser's message about a failed request, because trials have many.
      if (isError && !message.text().startsWith("Failed to load resource"))
        this.consoleErrors.push(message.text());
    });
    cdp.on("Runtime.bindingCalled", ({ name, payload }) => {
      if (name === ROWS_BINDING) this.writtenRows.push(...JSON.parse(payload));
      if (name === PRESSES_BINDING) this.receivedPresses.push(JSON.parse(payload));
    });
    cdp.on("Fetch.requestPaused", () => void this.crash());
  }

  /** Opens a page of the studio and waits until its document is loaded. */
  static async open(context: BrowserContext, url: string): Promise<Tab> {
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    const tab = new Tab(page, cdp);
    await cdp.send("Fetch.enable", { patterns: [{ urlPattern: `*${CRASH_POINT_PATH}` }] });
    // Bindings are reported only after this.
    await cdp.send("Runtime.enable");
    await cdp.send("Runtime.addBinding", { name: ROWS_BINDING });
    await cdp.send("Runtime.addBinding", { name: PRESSES_BINDING });
    await tab.unlessDead(page.goto(url, { waitUntil: "domcontentloaded" }));
    return tab;
  }

  /** Whether the page is alive and not frozen. */
  get isAwake(): boolean {
    return !this.#isDead && !this.#isFrozen;
  }

  /** The result of an operation, or undefined if the page dies or is frozen first. */
  async unlessDead<Value>(work: Promise<Value>): Promise<Value | undefined> {
    try {
      return await Promise.race([work, this.#silence.begun]);
    } catch (fault) {
      // The page was reloaded during the operation.
      if (String(fault).includes("Execution context was destroyed")) return undefined;
      if (this.isAwake) await this.#death(DEATH_EVENT_MS);
      if (this.isAwake) throw fault;
      return undefined;
    }
  }

  /** Resolves when the page dies, or after `ms`. */
  #death(ms = TIMEOUT_MS): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      for (const event of ["close", "crash"] as const) {
        // The type has an overload per event, so a variable name needs this cast.
        (this.page as { once(name: string, listener: () => void): unknown }).once(event, () => {
          clearTimeout(timer);
          resolve();
        });
      }
    });
  }

  async crash(): Promise<void> {
    if (this.#isDead) return;
    const death = this.#death();
    // This command is never answered.
    this.#cdp.send("Page.crash").catch(() => undefined);
    await death;
    this.#die();
  }

  async close(): Promise<void> {
    // A frozen page cannot be closed.
    if (this.#isFrozen) await this.crash();
    await this.page.close().catch(() => undefined);
    this.#die();
  }

  async reload(): Promise<void> {
    if (!this.isAwake) return;
    await this.unlessDead(this.page.reload({ waitUntil: "domcontentloaded" }));
  }

  /**
   * Freezes the page in the middle of its script, with its timers, messages and locks. Headless Chromium neither hides
   * a page nor freezes a visible one, so this uses the debugger. Never inside a transaction, because Chrome does not
   * wait for those of a frozen page.
   */
  async freeze(): Promise<void> {
    if (!this.isAwake) return;
    this.#isFrozen = true;
    this.#silence.begin();
    // A page that dies meanwhile does not respond.
    await Promise.race([this.#pause(), this.#death(DEATH_EVENT_MS)]).catch(() => undefined);
  }

  async #pause(): Promise<void> {
    await this.#cdp.send("Debugger.enable");
    for (;;) {
      const paused = new Promise<void>((resolve) => {
        this.#cdp.once("Debugger.paused", () => resolve());
      });
      await this.#cdp.send("Debugger.pause");
      await paused;
      const { result } = await this.#cdp.send("Runtime.evaluate", {
        expression: OPEN_TRANSACTIONS,
      });
      if (result.value === 0) return;
      await this.#cdp.send("Debugger.resume");
    }
  }

  /** Resumes a frozen page. Resolves to false if it was not frozen. */
  async thaw(): Promise<boolean> {
    if (this.#isDead || !this.#isFrozen) return false;
    await this.#cdp.send("Debugger.disable").catch(() => undefined);
    this.#isFrozen = false;
    this.#silence = new Silence();
    return true;
  }

  /** Makes the page crash at the nth of its storage and network operations from now on. */
  async setCrashPoint(nth: number): Promise<void> {
    if (this.isAwake) await this.unlessDead(this.page.evaluate(crashPointScript(nth)));
  }

  /** The library's rows as they are on disk; undefined if the page cannot read them. */
  async rows(): Promise<Row[] | undefined> {
    if (!this.isAwake) return undefined;
    return this.unlessDead(this.page.evaluate(READ_ROWS));
  }

  #die(): void {
    this.#isDead = true;
    this.#silence.begin();
  }

  #readAddress(): void {
    const { pathname, searchParams } = new URL(this.page.url());
    const [, id] = /^\/generations\/([^/]+)$/.exec(pathname) ?? [];
    for (const each of [id, searchParams.get("left"), searchParams.get("right")]) {
      if (each) this.shownIds.add(decodeURIComponent(each));
    }
  }
}
