/** Runs one scenario up to the end of its faults. */
import { Creator } from "./creator.ts";
import type { Scenario } from "./scenarios.ts";
import type { Page } from "./world/page.ts";
import { World, type WorldOptions } from "./world/world.ts";

/** Time for the pages to open before the creator acts. */
const OPEN_MS = 50;
export const SCENARIO_MS = 15_000;

/** A crash of a page in place of one of its steps. */
export interface Crash {
  /** Index of the page. */
  page: number;
  step: number;
}

export interface ScenarioRun {
  world: World;
  creator: Creator;
  pages: readonly Page[];
}

export type ScenarioOptions = Omit<WorldOptions, "conditions">;

export async function runScenario(
  { conditions, pageCount = 1, act, forMs = SCENARIO_MS }: Scenario,
  crashes: readonly Crash[],
  options: ScenarioOptions = {},
): Promise<ScenarioRun> {
  const world = new World({ ...options, conditions });
  const creator = new Creator(world);
  const pages = Array.from({ length: pageCount }, () => world.openPage());
  const [page] = pages;
  for (const { page: index, step } of crashes) {
    const crashing = pages[index];
    if (crashing) crashing.crashAtStep = step;
  }
  await world.advance(OPEN_MS);
  const later = (afterMs: number, run: () => void) => {
    world.clock.after(afterMs, run);
  };
  if (page !== undefined) act({ world, creator, pages, page, later });
  await world.advance(forMs);
  return { world, creator, pages };
}
