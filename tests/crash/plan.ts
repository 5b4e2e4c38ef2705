/** What happens in a trial, drawn by its seed: tabs, presses, and what befalls the pages meanwhile. */
import { type SeededRandom, seededRandom } from "#testing/seeded-random.ts";

/** How a creator presses: all of these are one press, and one generation, "both" two of them. */
export type PressKind = "click" | "double-click" | "enter-and-click" | "two-tabs" | "both";

/** What befalls a page, or everything. "point": the page dies at the nth of its dealings with disk and network. */
export type Blow =
  | {
      kind: "crash" | "close" | "reload" | "freeze" | "browser-kill" | "studio-kill";
      afterMs: number;
    }
  | { kind: "point"; nth: number };

export interface PressStep {
  kind: "press";
  /** Counted from 0. */
  tab: number;
  how: PressKind;
  prompt: string;
  /** Comes while the press is on its way. */
  blow: Blow | null;
  /** Machine milliseconds until the next step. */
  pauseMs: number;
}

/** Something befalls a page that nobody is pressing anything in. */
export interface BlowStep {
  kind: "blow";
  tab: number;
  blow: Blow;
  pauseMs: number;
}

/** The creator takes back what has not left, if anything has not. */
export interface WithdrawStep {
  kind: "withdraw";
  tab: number;
  pauseMs: number;
}

export interface TrialPlan {
  seed: number;
  /** "tabs": pages die. "processes": so do the whole browser and the studio's server. */
  layer: Layer;
  steps: (PressStep | BlowStep | WithdrawStep)[];
  /** A page is opened to pick up what is there, and dies after so many machine milliseconds. */
  recoveryBlows: Blow[];
  /** Whether the pages that are left stay open beside the last one. */
  keepsTabs: boolean;
  /** Whether the creator, at the end, sends again what Kirin never got. */
  sendsAgain: boolean;
}

export type Layer = "tabs" | "processes";

const TAB_BLOWS = [
  ["crash", 3],
  ["close", 2],
  ["reload", 2],
  ["freeze", 1],
] as const;
const PROCESS_BLOWS = [
  ["browser-kill", 4],
  ["studio-kill", 4],
  ["crash", 1],
] as const;

/** Draws a trial. */
export function drawPlan(seed: number, layer: Layer): TrialPlan {
  const draw = seededRandom(seed, "plan");
  const tabs = draw.weighted([
    [1, 5],
    [2, 3],
    [3, 2],
  ]);
  const presses = draw.weighted([
    [1, 4],
    [2, 4],
    [3, 1],
  ]);
  const steps: TrialPlan["steps"] = [];
  for (let index = 0; index < presses; index += 1) {
    steps.push({
      kind: "press",
      tab: draw.int(0, tabs - 1),
      how: draw.weighted([
        ["click", 5],
        ["double-click", 2],
        ["enter-and-click", 2],
        ["two-tabs", 2],
        ["both", 2],
      ] as const),
      prompt: `Trial ${seed}, press ${index}`,
      blow: draw.chance(0.6) ? drawBlow(draw, layer) : null,
      pauseMs: shortTime(draw),
    });
    if (draw.chance(0.2)) {
      steps.push({ kind: "withdraw", tab: draw.int(0, tabs - 1), pauseMs: shortTime(draw) });
    }
    if (draw.chance(0.25)) {
      steps.push({
        kind: "blow",
        tab: draw.int(0, tabs - 1),
        blow: drawBlow(draw, layer),
        pauseMs: shortTime(draw),
      });
    }
  }
  return {
    seed,
    layer,
    steps,
    recoveryBlows: draw.chance(0.3) ? [drawBlow(draw, layer)] : [],
    keepsTabs: draw.chance(0.3),
    sendsAgain: draw.chance(0.5),
  };
}

function drawBlow(draw: SeededRandom, layer: Layer): Blow {
  if (draw.chance(0.4)) return { kind: "point", nth: draw.int(1, 14) };
  const kinds = layer === "tabs" ? TAB_BLOWS : PROCESS_BLOWS;
  return { kind: draw.weighted(kinds), afterMs: shortTime(draw) };
}

/** Mostly a few milliseconds, now and then a third of a second: what matters happens at once. */
function shortTime(draw: SeededRandom): number {
  return 2 ** draw.between(0, 8.4);
}
