/** Runs one trial, from the first page to the verdict. */
import { setTimeout as pause } from "node:timers/promises";
import type { FakeKirin } from "../fake-kirin/fake-kirin.ts";
import type { FakeKirinServer } from "../fake-kirin/http-server.ts";
import type { StudioServer } from "../servers/studio-server.ts";
import {
  cancelHeld,
  fillPrompt,
  goToForm,
  hasDraft,
  press,
  reactsToPress,
  waitForDraft,
} from "./creator.ts";
import { type FastClock, fastFakeClock } from "./fast-clock.ts";
import { readFinalState } from "./final-state.ts";
import type { Row } from "./library-rows.ts";
import { type Profile, seededKirin } from "./seeded-kirin.ts";
import { Tab } from "./tab.ts";
import type { TrialBrowser } from "./trial-browser.ts";
import type { Disruption, PressStep, TrialPlan } from "./trial-plan.ts";
import { judge, type Verdict } from "./verdict.ts";

/** The servers and the browser that a trial uses. Trials of one lane run one after the other. */
export interface Lane {
  name: string;
  clock: FastClock;
  kirins: FakeKirinServer;
  studio: StudioServer;
  /** Overrides parts of the profile that is drawn from the seed. */
  profile: Partial<Profile>;
  openBrowser: () => Promise<TrialBrowser>;
}

/** A lane with the Kirin of the current trial. */
export interface TrialLane extends Lane {
  kirin: FakeKirin;
}

/** No trial takes this long, however busy the machine is. Machine milliseconds, as are the following. */
const TRIAL_MAX_MS = 480_000;
/** Interval between snapshots of the rows during the trial. Pages report what they write themselves. */
const SNAPSHOT_MS = 500;
/** Time for a page that was opened after a disruption to reach its crash point. */
const RECOVERY_MS = 100;

/** Runs a plan. `onStep` receives a description of each step, for the report of a trial that does not finish. */
export async function runTrial(
  plan: TrialPlan,
  lane: Lane,
  onStep: (what: string) => void,
): Promise<Verdict> {
  onStep("starting");
  const clock = fastFakeClock(lane.clock);
  const clipUrl = lane.kirins.clipUrls(lane.name, clock);
  const kirin = seededKirin({ seed: plan.seed, clock, clipUrl, profile: lane.profile });
  lane.kirins.serve(lane.name, kirin);
  await lane.studio.restart();
  const browser = await lane.openBrowser();
  try {
    return await withTimeout(new Trial(plan, { ...lane, kirin }, browser).run(onStep));
  } finally {
    // Makes all pending operations of the trial fail.
    await browser.close();
  }
}

async function withTimeout(trial: Promise<Verdict>): Promise<Verdict> {
  const ended = new AbortController();
  const timeout = pause(TRIAL_MAX_MS, null, { signal: ended.signal }).then(() => {
    throw new Error("The trial took too long.");
  });
  try {
    return await Promise.race([trial, timeout]);
  } finally {
    ended.abort();
    for (const left of [trial, timeout]) left.catch(() => undefined);
  }
}

class Trial {
  readonly #plan: TrialPlan;
  readonly #lane: TrialLane;
  readonly #browser: TrialBrowser;
  /** The tabs by their index in the plan, followed by those opened in addition. */
  #tabs: Tab[] = [];
  /** All tabs, including dead ones. */
  readonly #allTabs: Tab[] = [];
  readonly #watchEnded = new AbortController();
  readonly #snapshots: Row[][] = [];
  readonly #ignoredPresses: string[] = [];

  constructor(plan: TrialPlan, lane: TrialLane, browser: TrialBrowser) {
    this.#plan = plan;
    this.#lane = lane;
    this.#browser = browser;
  }

  async run(onStep: (what: string) => void): Promise<Verdict> {
    const watching = this.#watchRows();
    for (const step of this.#plan.steps) {
      onStep(JSON.stringify(step));
      await this.#take(step);
      await pause(step.pauseMs);
    }
    for (const disruption of this.#plan.recoveryDisruptions) {
      onStep(`recovering, ${JSON.stringify(disruption)}`);
      await this.#disruptRecovery(disruption);
    }
    onStep("settling");
    this.#watchEnded.abort();
    await watching;
    this.#lane.kirin.stopFaults();
    await this.#lane.studio.restart();
    return this.#judge();
  }

  async #take(step: TrialPlan["steps"][number]): Promise<void> {
    const tab = this.#tabs[step.tab];
    if (step.kind === "press") await this.#press(step);
    else if (tab?.isAwake) {
      if (step.kind === "cancel") await cancelHeld(tab);
      else await this.#disrupt(tab, step.disruption);
    }
  }

  async #press({ tab: index, how, prompt, disruption }: PressStep): Promise<void> {
    const tab = await this.#tabAtForm(index);
    await fillPrompt(tab, prompt);
    const pressing = [tab];
    if (how === "two-tabs") {
      await waitForDraft(tab, prompt);
      const second = await this.#openListed("/");
      if (await hasDraft(second, prompt)) pressing.push(second);
    }
    if (disruption?.kind === "crash-point") await tab.setCrashPoint(disruption.nth);
    const before = pressing.map((each) => each.page.url());
    const presses = Promise.all(pressing.map((each) => press(each, how)));
    if (disruption !== null && disruption.kind !== "crash-point") {
      await this.#disrupt(tab, disruption);
      await presses;
      return;
    }
    await presses;
    const reactions = await Promise.all(
      pressing.map((each, nth) => reactsToPress(each, before[nth] ?? "")),
    );
    if (reactions.includes(false)) this.#ignoredPresses.push(prompt);
  }

  async #disrupt(tab: Tab, disruption: Disruption): Promise<void> {
    if (disruption.kind === "crash-point") return tab.setCrashPoint(disruption.nth);
    await pause(disruption.afterMs);
    switch (disruption.kind) {
      case "crash":
        return tab.crash();
      case "close":
        return tab.close();
      case "reload":
        return tab.reload();
      case "freeze":
        return tab.freeze();
      case "studio-kill":
        await this.#lane.studio.kill();
        await pause(disruption.afterMs);
        return this.#lane.studio.restart();
      case "browser-kill":
        await this.#browser.killAndRestart();
        this.#tabs = [];
    }
  }

  /** Opens the studio after a disruption, and disrupts that page while it recovers. */
  async #disruptRecovery(disruption: Disruption): Promise<void> {
    await this.#lane.studio.restart();
    const tab = await this.#openListed("/");
    await this.#disrupt(tab, disruption);
    if (disruption.kind === "crash-point") await pause(RECOVERY_MS);
  }

  async #judge(): Promise<Verdict> {
    const { keepsTabs, sendsAgain, layer } = this.#plan;
    if (!keepsTabs) await Promise.all(this.#allTabs.map((tab) => tab.close()));
    const last = await this.#openListed("/library");
    const recordings = {
      shownIds: () => new Set(this.#allTabs.flatMap((tab) => [...tab.shownIds])),
      writtenRows: () => this.#allTabs.flatMap((tab) => tab.writtenRows),
    };
    const resumePages = async () =>
      (await Promise.all(this.#allTabs.map((tab) => tab.thaw()))).includes(true);
    const ending = { sendsAgain, resumePages, recordings };
    const end = await readFinalState(last, this.#lane, ending);
    if (end.rows.length > 0 && recordings.writtenRows().length === 0)
      throw new Error("No page reported the rows that it wrote.");
    return judge({
      ...end,
      snapshots: [...this.#snapshots, ...end.snapshots],
      isServerSafe: layer === "tabs",
      ignoredPresses: this.#ignoredPresses,
      receivedPresses: this.#allTabs.flatMap((tab) => tab.receivedPresses),
    });
  }

  /** The tab with this index, showing the form. A dead or frozen tab is replaced. */
  async #tabAtForm(index: number): Promise<Tab> {
    const tab = this.#tabs[index];
    if (tab?.isAwake && (await goToForm(tab))) return tab;
    await this.#lane.studio.restart();
    const fresh = await this.#open("/");
    this.#tabs[index] = fresh;
    return fresh;
  }

  async #openListed(path: string): Promise<Tab> {
    const tab = await this.#open(path);
    this.#tabs.push(tab);
    return tab;
  }

  async #open(path: string): Promise<Tab> {
    const tab = await Tab.open(this.#browser.context, `${this.#lane.studio.url}${path}`);
    this.#allTabs.push(tab);
    return tab;
  }

  /** Takes snapshots of the rows until the watch ends, even while pages crash. */
  async #watchRows(): Promise<void> {
    const { signal } = this.#watchEnded;
    while (!signal.aborted) {
      const tab = this.#allTabs.findLast(({ isAwake }) => isAwake);
      const rows = await tab?.rows().catch(() => undefined);
      if (rows !== undefined) this.#snapshots.push(rows);
      await pause(SNAPSHOT_MS, null, { signal }).catch(() => undefined);
    }
  }
}
