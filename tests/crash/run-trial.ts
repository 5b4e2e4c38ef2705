/** One trial, from the first page to the verdict. */
import { setTimeout as pause } from "node:timers/promises";
import type { FakeKirin } from "../fake-kirin/fake-kirin.ts";
import type { FakeKirinServer } from "../fake-kirin/http-server.ts";
import type { StudioServer } from "../servers/studio-server.ts";
import { conclude } from "./conclusion.ts";
import {
  goToForm,
  holdsDraft,
  press,
  seesSign,
  waitForDraft,
  withdraw,
  writePrompt,
} from "./creator.ts";
import type { Blow, BlowStep, PressStep, TrialPlan } from "./plan.ts";
import { type FastClock, scaledClock } from "./processes.ts";
import type { Row } from "./rows.ts";
import { seededKirin } from "./seeded-kirin.ts";
import type { Stage } from "./stage.ts";
import { Tab } from "./tab.ts";
import { judge, type Verdict } from "./verdict.ts";

/** Where a trial takes place. */
export interface Lane {
  name: string;
  clock: FastClock;
  kirins: FakeKirinServer;
  studio: StudioServer;
  openStage: () => Promise<Stage>;
}

/** With the Kirin of this trial. */
export interface TrialLane extends Lane {
  kirin: FakeKirin;
}

/** No trial takes so long, in machine milliseconds, however busy the machine is. */
const LIMIT_MS = 480_000;
/** Between two looks at the rows while things happen, in machine milliseconds: pages tell what they write themselves. */
const LOOK_MS = 500;
/** A page that is opened after a blow has so long to come to the place where it dies, in machine milliseconds. */
const RECOVERY_MS = 100;

/** Runs a plan, and gives every way in which the promise was broken. */
export async function runTrial(
  plan: TrialPlan,
  lane: Lane,
  onStep: (what: string) => void,
): Promise<Verdict> {
  onStep("beginning");
  const clock = scaledClock(lane.clock);
  const clipUrl = lane.kirins.clipUrls(lane.name, clock);
  const kirin = seededKirin({ seed: plan.seed, clock, clipUrl });
  lane.kirins.serve(lane.name, kirin);
  await lane.studio.restart();
  const stage = await lane.openStage();
  try {
    return await within(new Trial(plan, { ...lane, kirin }, stage).run(onStep));
  } finally {
    // Whatever the trial still waits for fails now.
    await stage.close();
  }
}

/** The result of a trial, unless it hangs. */
async function within(trial: Promise<Verdict>): Promise<Verdict> {
  const ended = new AbortController();
  const limit = pause(LIMIT_MS, null, { signal: ended.signal }).then(() => {
    throw new Error("it took too long");
  });
  try {
    return await Promise.race([trial, limit]);
  } finally {
    ended.abort();
    for (const left of [trial, limit]) left.catch(() => undefined);
  }
}

class Trial {
  readonly #plan: TrialPlan;
  readonly #lane: TrialLane;
  readonly #stage: Stage;
  #tabs: Tab[] = [];
  /** Aborted when there is nothing more to watch. */
  readonly #over = new AbortController();
  readonly #everyTab: Tab[] = [];
  readonly #snapshots: Row[][] = [];
  readonly #swallowed: string[] = [];

  constructor(plan: TrialPlan, lane: TrialLane, stage: Stage) {
    this.#plan = plan;
    this.#lane = lane;
    this.#stage = stage;
  }

  async run(onStep: (what: string) => void): Promise<Verdict> {
    const watching = this.#watch();
    for (const step of this.#plan.steps) {
      onStep(JSON.stringify(step));
      await this.#take(step);
      await pause(step.pauseMs);
    }
    for (const blow of this.#plan.recoveryBlows) {
      onStep(`recovering, ${JSON.stringify(blow)}`);
      await this.#recoverAndStrike(blow);
    }
    onStep("coming to rest");
    this.#over.abort();
    await watching;
    this.#lane.kirin.stopFaults();
    await this.#lane.studio.restart();
    return this.#conclude();
  }

  async #take(step: TrialPlan["steps"][number]): Promise<void> {
    const tab = this.#tabs[step.tab];
    if (step.kind === "press") await this.#press(step);
    else if (tab?.isAwake) {
      if (step.kind === "withdraw") await withdraw(tab);
      else await this.#strikeIdle(tab, step);
    }
  }

  async #press({ tab: index, how, prompt, blow }: PressStep): Promise<void> {
    const tab = await this.#wakeTab(index);
    await writePrompt(tab, prompt);
    const pressing = [tab];
    if (how === "two-tabs") {
      await waitForDraft(tab, prompt);
      const second = await this.#open("/");
      if (await holdsDraft(second, prompt)) pressing.push(second);
    }
    if (blow?.kind === "point") await tab.arm(blow.nth);
    const before = pressing.map((each) => each.page.url());
    const presses = Promise.all(pressing.map((each) => press(each, how)));
    if (blow !== null && blow.kind !== "point") {
      await this.#strike(tab, blow);
      await presses;
      return;
    }
    await presses;
    const signs = await Promise.all(pressing.map((each, nth) => seesSign(each, before[nth] ?? "")));
    if (signs.includes(false)) this.#swallowed.push(prompt);
  }

  async #strikeIdle(tab: Tab, { blow }: BlowStep): Promise<void> {
    if (blow.kind === "point") await tab.arm(blow.nth);
    else await this.#strike(tab, blow);
  }

  async #strike(tab: Tab, blow: Exclude<Blow, { kind: "point" }>): Promise<void> {
    await pause(blow.afterMs);
    switch (blow.kind) {
      case "crash":
        await tab.crash();
        return;
      case "close":
        await tab.close();
        return;
      case "reload":
        await tab.reload();
        return;
      case "freeze":
        await tab.freeze();
        return;
      case "studio-kill":
        await this.#lane.studio.kill();
        await pause(blow.afterMs);
        await this.#lane.studio.restart();
        return;
      case "browser-kill":
        await this.#stage.killBrowser();
        this.#tabs = [];
    }
  }

  /** The studio is opened after what happened, and dies again while it picks up what is there. */
  async #recoverAndStrike(blow: Blow): Promise<void> {
    await this.#lane.studio.restart();
    const tab = await this.#open("/");
    if (blow.kind === "point") {
      await tab.arm(blow.nth);
      await pause(RECOVERY_MS);
    } else await this.#strike(tab, blow);
  }

  async #conclude(): Promise<Verdict> {
    const { keepsTabs } = this.#plan;
    if (!keepsTabs) await Promise.all(this.#everyTab.map((tab) => tab.close()));
    const last = await this.#open("/library");
    const wake = async () =>
      (await Promise.all(this.#everyTab.map((tab) => tab.thaw()))).includes(true);
    const told = () => new Set(this.#everyTab.flatMap((each) => [...each.told]));
    const written = () => this.#everyTab.flatMap((each) => each.written);
    const { sendsAgain } = this.#plan;
    const end = await conclude(last, this.#lane, { sendsAgain, wake, told, written });
    if (end.rows.length > 0 && written().length === 0)
      throw new Error("no page told of what it wrote");
    return judge({
      ...end,
      snapshots: [...this.#snapshots, ...end.snapshots],
      isServerSafe: this.#plan.layer === "tabs",
      swallowed: this.#swallowed,
      arrivals: this.#everyTab.flatMap((each) => each.arrivals),
    });
  }

  /** The tab of that number, at the form; another one in its place when it is dead or asleep. */
  async #wakeTab(index: number): Promise<Tab> {
    const tab = this.#tabs[index];
    if (tab?.isAwake && (await goToForm(tab))) return tab;
    await this.#lane.studio.restart();
    const fresh = await this.#openNew("/");
    this.#tabs[index] = fresh;
    return fresh;
  }

  async #open(path: string): Promise<Tab> {
    const tab = await this.#openNew(path);
    this.#tabs.push(tab);
    return tab;
  }

  async #openNew(path: string): Promise<Tab> {
    const tab = await Tab.open(this.#stage.context, `${this.#lane.studio.url}${path}`);
    this.#everyTab.push(tab);
    return tab;
  }

  /** Looks at the rows from outside, again and again: what was once there is remembered, whoever dies meanwhile. */
  async #watch(): Promise<void> {
    const { signal } = this.#over;
    while (!signal.aborted) {
      const tab = this.#everyTab.findLast(({ isAwake }) => isAwake);
      const rows = await tab?.rows().catch(() => undefined);
      if (rows !== undefined) this.#snapshots.push(rows);
      await pause(LOOK_MS, null, { signal }).catch(() => undefined);
    }
  }
}
