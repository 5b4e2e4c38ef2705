/** Tabs of one browser that elect a leader. A test can hide, throttle, freeze, thaw, close or kill them. */
import type { BackgroundJob } from "#studio/features/generations/background/background-job.ts";
import type { LeaderMessage } from "#studio/features/generations/background/leadership/election.ts";
import {
  joinElection,
  type Leadership,
} from "#studio/features/generations/background/leadership/leadership.ts";
import { FakeLockManager, type LockClient } from "#testing/fake-lock-manager.ts";
import type { VirtualClock } from "#testing/virtual-clock.ts";

/** Timer intervals to which browsers throttle a hidden page: for the first minutes, and afterwards. */
const HIDDEN_TIMER_MS = 1000;
export const LONG_HIDDEN_TIMER_MS = 60_000;

type State = "live" | "frozen" | "gone";

export class VirtualTab implements LockClient {
  state: State = "live";
  isHidden: boolean;
  /** Timers fire only at multiples of this; null for the default of a visible or hidden page. */
  timerMs: number | null = null;
  /** Whether it holds the leadership, even while it is frozen. */
  isLeading = false;
  /** How often it became the leader, and how often it was notified that the creator is back. */
  readonly job = { started: 0, returned: 0 };
  readonly leadership: Leadership;
  readonly #browser: VirtualTabs;
  /** Events that are delivered when the tab thaws, timers first. */
  readonly #deferred = { timers: [] as (() => void)[], messages: [] as (() => void)[] };

  constructor(
    browser: VirtualTabs,
    isHidden: boolean,
    listen: (onMessage: Listener) => () => void,
  ) {
    this.#browser = browser;
    this.isHidden = isHidden;
    const { time } = browser;
    this.leadership = joinElection(
      {
        tab: String(browser.tabs.length),
        now: time.date,
        isHidden: () => this.isHidden,
        setTimer: (callback, delayMs) => this.#setTimer(callback, delayMs),
        locks: browser.hasLocks ? browser.locks.of(this) : null,
        post: (message) => browser.post(this, message),
        listen,
      },
      () => this.#startBackgroundJob(),
    );
  }

  /** Delivers an event to the page at once, or when it thaws, or never if the page is gone. */
  deliverEvent(event: () => void, kind: "timers" | "messages" = "messages"): void {
    if (this.state === "live") event();
    if (this.state === "frozen") this.#deferred[kind].push(event);
  }

  /** The lock manager responds shortly afterwards. */
  deliver(_event: string, callback: () => void): void {
    this.#browser.time.setTimer(() => this.deliverEvent(callback), 1);
  }

  freeze(): void {
    if (this.state === "live") this.state = "frozen";
  }

  thaw(): void {
    if (this.state !== "frozen") return;
    this.state = "live";
    const { timers, messages } = this.#deferred;
    for (const event of [...timers.splice(0), ...messages.splice(0)]) this.deliverEvent(event);
  }

  /** A crash, or the browser discards the page. The page cannot react. */
  kill(): void {
    if (this.state === "gone") return;
    this.state = "gone";
    this.isLeading = false;
    this.#browser.forget(this);
  }

  /** The page is closed normally. */
  close(): void {
    if (this.state === "live") this.leadership.stop();
    this.kill();
  }

  show(): void {
    this.isHidden = false;
    this.deliverEvent(() => this.leadership.returned());
  }

  hide(): void {
    this.isHidden = true;
    this.deliverEvent(() => this.leadership.left());
  }

  #setTimer(callback: () => void, delayMs: number): () => void {
    const { time } = this.#browser;
    const atMs = time.nowMs + delayMs;
    const gridMs = this.timerMs ?? (this.isHidden ? HIDDEN_TIMER_MS : 1);
    const firesAtMs = Math.ceil(atMs / gridMs) * gridMs;
    let isOff = false;
    const cancel = time.setTimer(() => {
      this.deliverEvent(() => {
        if (!isOff) callback();
      }, "timers");
    }, firesAtMs - time.nowMs);
    return () => {
      isOff = true;
      cancel();
    };
  }

  #startBackgroundJob(): BackgroundJob {
    this.isLeading = true;
    this.job.started += 1;
    return {
      returned: () => {
        this.job.returned += 1;
      },
      stop: () => {
        this.isLeading = false;
      },
    };
  }
}

type Listener = (message: LeaderMessage) => void;

export class VirtualTabs {
  readonly time: VirtualClock;
  readonly hasLocks: boolean;
  readonly tabs: VirtualTab[] = [];
  readonly locks = new FakeLockManager();
  /** How many messages were sent. */
  messages = 0;
  readonly #listeners = new Map<VirtualTab, Listener>();

  constructor(time: VirtualClock, hasLocks = true) {
    this.time = time;
    this.hasLocks = hasLocks;
  }

  open(isHidden = false): VirtualTab {
    let listener: Listener | undefined;
    const tab = new VirtualTab(this, isHidden, (onMessage) => {
      listener = onMessage;
      return () => this.#listeners.delete(tab);
    });
    this.tabs.push(tab);
    if (listener) this.#listeners.set(tab, listener);
    return tab;
  }

  /** The tabs that are neither frozen nor gone. */
  get live(): VirtualTab[] {
    return this.tabs.filter(({ state }) => state === "live");
  }

  get leaders(): VirtualTab[] {
    return this.live.filter(({ isLeading }) => isLeading);
  }

  post(from: VirtualTab, message: LeaderMessage): void {
    this.messages += 1;
    for (const [tab, listener] of this.#listeners) {
      if (tab !== from) this.time.setTimer(() => tab.deliverEvent(() => listener(message)), 1);
    }
  }

  forget(tab: VirtualTab): void {
    this.#listeners.delete(tab);
    this.locks.release(tab);
  }
}
