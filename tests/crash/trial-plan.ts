/** Draws the plan of a trial from its seed: tabs, presses, and disruptions of pages and processes. */
import { type SeededRandom, seededRandom } from "#testing/seeded-random.ts";

/** How a creator presses. All of these are one press and one generation; "both" makes two. */
export type PressKind = "click" | "double-click" | "enter-and-click" | "two-tabs" | "both";

/** A disruption of a page, the whole browser or the studio's server. */
export type Disruption =
  | {
      kind: "crash" | "close" | "reload" | "freeze" | "browser-kill" | "studio-kill";
      afterMs: number;
    }
  /** The page crashes at the nth of its storage and network operations. */
  | { kind: "crash-point"; nth: number };

export interface PressStep {
  kind: "press";
  /** Index of the tab. */
  tab: number;
  how: PressKind;
  prompt: string;
  /** Happens while the press is in progress. */
  disruption: Disruption | null;
  /** Machine milliseconds until the next step. */
  pauseMs: number;
}

/** A disruption of a page without a press in progress. */
export interface DisruptStep {
  kind: "disrupt";
  tab: number;
  disruption: Disruption;
  pauseMs: number;
}

/** The creator cancels a generation, if one has not been sent. */
export interface CancelStep {
  kind: "cancel";
  tab: number;
  pauseMs: number;
}

type TrialStep = PressStep | DisruptStep | CancelStep;

export interface TrialPlan {
  seed: number;
  layer: Layer;
  steps: TrialStep[];
  /** Disruptions of a page that is opened afterwards, while it recovers. */
  recoveryDisruptions: Disruption[];
  /** Whether the remaining pages stay open beside the last one. */
  keepsTabs: boolean;
  /** Whether the creator finally resends generations that never arrived. */
  sendsAgain: boolean;
}

/** The scope of disruptions: "tabs" affects only pages, "processes" also the whole browser and the studio's server. */
export type Layer = "tabs" | "processes";

const TAB_DISRUPTIONS = [
  ["crash", 3],
  ["close", 2],
  ["reload", 2],
  ["freeze", 1],
] as const;
const PROCESS_DISRUPTIONS = [
  ["browser-kill", 4],
  ["studio-kill", 4],
  ["crash", 1],
] as const;

export function drawPlan(seed: number, layer: Layer): TrialPlan {
  const random = seededRandom(seed, "plan");
  const tabs = random.weighted([
    [1, 5],
    [2, 3],
    [3, 2],
  ]);
  const presses = random.weighted([
    [1, 4],
    [2, 4],
    [3, 1],
  ]);
  const steps = Array.from({ length: presses }, (_, index) => {
    const drawTab = () => random.int(0, tabs - 1);
    const prompt = `Trial ${seed}, press ${index}`;
    return drawSteps(random, { layer, prompt, drawTab });
  }).flat();
  return {
    seed,
    layer,
    steps,
    recoveryDisruptions: random.chance(0.3) ? [drawDisruption(random, layer)] : [],
    keepsTabs: random.chance(0.3),
    sendsAgain: random.chance(0.5),
  };
}

interface StepContext {
  layer: Layer;
  prompt: string;
  drawTab: () => number;
}

/** A press, and what may follow it. */
function drawSteps(random: SeededRandom, { layer, prompt, drawTab }: StepContext): TrialStep[] {
  const steps: TrialStep[] = [
    {
      kind: "press",
      tab: drawTab(),
      how: random.weighted([
        ["click", 5],
        ["double-click", 2],
        ["enter-and-click", 2],
        ["two-tabs", 2],
        ["both", 2],
      ]),
      prompt,
      disruption: random.chance(0.6) ? drawDisruption(random, layer) : null,
      pauseMs: drawShortMs(random),
    },
  ];
  if (random.chance(0.2)) {
    steps.push({ kind: "cancel", tab: drawTab(), pauseMs: drawShortMs(random) });
  }
  if (random.chance(0.25)) {
    const disruption = drawDisruption(random, layer);
    steps.push({ kind: "disrupt", tab: drawTab(), disruption, pauseMs: drawShortMs(random) });
  }
  return steps;
}

function drawDisruption(random: SeededRandom, layer: Layer): Disruption {
  if (random.chance(0.4)) return { kind: "crash-point", nth: random.int(1, 14) };
  const kinds = layer === "tabs" ? TAB_DISRUPTIONS : PROCESS_DISRUPTIONS;
  return { kind: random.weighted(kinds), afterMs: drawShortMs(random) };
}

/** Mostly a few milliseconds and at most a third of a second, because races happen right after a press. */
function drawShortMs(random: SeededRandom): number {
  return 2 ** random.between(0, 8.4);
}
