/** One tab of a trial: what a creator does in it, and what befalls it. A tab that is dead answers with nothing. */
import type { BrowserContext, CDPSession, Page } from "playwright";
import {
  ARRIVALS,
  type Arrival,
  armScript,
  OPEN_TRANSACTIONS,
  POINT_PATH,
  WITNESS,
} from "./page-seams.ts";
import { READ_ROWS, type Row } from "./rows.ts";

/** A page that is alive does what it is asked within this, in machine milliseconds. */
const PATIENCE_MS = 120_000;
/** The news of a page's death can come so much after what failed because of it. */
const NEWS_MS = 1_000;

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
  /** Settles when the page dies or stands still: then nothing that was asked of it is answered. */
  #silence = new Silence();
  /** Generations that the page's address named: the creator was told of them. */
  readonly told = new Set<string>();
  readonly complaints: string[] = [];
  /** Rows that the page has written, each as it was then. */
  readonly written: Row[] = [];
  /** Presses that reached the page. */
  readonly arrivals: Arrival[] = [];

  private constructor(page: Page, cdp: CDPSession) {
    this.page = page;
    this.#cdp = cdp;
    page.setDefaultTimeout(PATIENCE_MS);
    page.on("crash", () => this.#die());
    page.on("close", () => this.#die());
    page.on("framenavigated", () => this.#readAddress());
    page.on("pageerror", (error) => this.complaints.push(String(error)));
    page.on("console", (message) => {
      const isTrouble = message.type() === "error" || message.type() === "warning";
      // The browser's own line about every answer that is not a success; trials are full of them.
      if (isTrouble && !message.text().startsWith("Failed to load resource"))
        this.complaints.push(message.text());
    });
    cdp.on("Runtime.bindingCalled", ({ name, payload }) => {
      if (name === WITNESS) this.written.push(...JSON.parse(payload));
      if (name === ARRIVALS) this.arrivals.push(JSON.parse(payload));
    });
    cdp.on("Fetch.requestPaused", () => void this.crash());
  }

  /** Opens a page of the studio, and waits until it is there. */
  static async open(context: BrowserContext, url: string): Promise<Tab> {
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    const tab = new Tab(page, cdp);
    await cdp.send("Fetch.enable", { patterns: [{ urlPattern: `*${POINT_PATH}` }] });
    // Only to a session that is on does a page tell anything.
    await cdp.send("Runtime.enable");
    await cdp.send("Runtime.addBinding", { name: WITNESS });
    await cdp.send("Runtime.addBinding", { name: ARRIVALS });
    await tab.unlessDead(page.goto(url, { waitUntil: "domcontentloaded" }));
    return tab;
  }

  get isAlive(): boolean {
    return !this.#isDead;
  }

  /** Whether it can be spoken with. */
  get isAwake(): boolean {
    return !this.#isDead && !this.#isFrozen;
  }

  /** What comes of something asked of the page, or undefined when the page dies first. */
  async unlessDead<Value>(work: Promise<Value>): Promise<Value | undefined> {
    try {
      return await Promise.race([work, this.#silence.begun]);
    } catch (fault) {
      // A page that is loaded anew has lost what was asked of it.
      if (String(fault).includes("Execution context was destroyed")) return undefined;
      if (this.isAwake) await this.#death(NEWS_MS);
      if (this.isAwake) throw fault;
      return undefined;
    }
  }

  /** Waits for the news of its death, but not for ever. */
  #death(ms = PATIENCE_MS): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      for (const event of ["close", "crash"] as const) {
        // Two overloads of one method, each for one of the names.
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
    // The answer to this never comes.
    this.#cdp.send("Page.crash").catch(() => undefined);
    await death;
    this.#die();
  }

  async close(): Promise<void> {
    // A page that stands still hears of no closing.
    if (this.#isFrozen) await this.crash();
    await this.page.close().catch(() => undefined);
    this.#die();
  }

  async reload(): Promise<void> {
    if (!this.isAwake) return;
    await this.unlessDead(this.page.reload({ waitUntil: "domcontentloaded" }));
  }

  /**
   * Stops the page in the middle of its script: timers, messages and locks stay as they are. A headless Chromium hides no
   * page, and does not freeze one that is seen. Never inside a transaction: those of a frozen page Chrome does not wait for.
   */
  async freeze(): Promise<void> {
    if (!this.isAwake) return;
    this.#isFrozen = true;
    this.#silence.begin();
    // A page that dies meanwhile answers nothing.
    await Promise.race([this.#stop(), this.#death(NEWS_MS)]).catch(() => undefined);
  }

  async #stop(): Promise<void> {
    await this.#cdp.send("Debugger.enable");
    for (;;) {
      const stopped = new Promise<void>((resolve) => {
        this.#cdp.once("Debugger.paused", () => resolve());
      });
      await this.#cdp.send("Debugger.pause");
      await stopped;
      const { result } = await this.#cdp.send("Runtime.evaluate", {
        expression: OPEN_TRANSACTIONS,
      });
      if (result.value === 0) return;
      await this.#cdp.send("Debugger.resume");
    }
  }

  /** Lets it go on. False if it was not stopped. */
  async thaw(): Promise<boolean> {
    if (this.#isDead || !this.#isFrozen) return false;
    await this.#cdp.send("Debugger.disable").catch(() => undefined);
    this.#isFrozen = false;
    this.#silence = new Silence();
    return true;
  }

  /** The page dies at the nth of its dealings with disk and network from now on. */
  async arm(nth: number): Promise<void> {
    if (this.isAwake) await this.unlessDead(this.page.evaluate(armScript(nth)));
  }

  /** The library's rows as they lie on the disk; undefined when the page cannot say. */
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
      if (each) this.told.add(decodeURIComponent(each));
    }
  }
}
