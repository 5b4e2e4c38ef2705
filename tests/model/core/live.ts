/** Lives through a random case. */
import { Creator } from "./creator.ts";
import type { Command, RandomCase } from "./random-case.ts";
import type { Realm } from "./realm.ts";
import { World } from "./world.ts";

const TABS_MAX = 3;

export interface Lived {
  breaches: string[];
  /** What happened, where it was asked for. */
  trace: readonly string[];
}

/** One case from the first press to the end of the studio's five minutes. */
export async function live(
  { weather, tabCount, steps }: RandomCase,
  isTraced = false,
): Promise<Lived> {
  const world = new World(weather, isTraced);
  const creator = new Creator(world);
  for (let count = 0; count < tabCount; count += 1) world.openTab();
  for (const [index, { afterMs, command }] of steps.entries()) {
    await world.advance(afterMs);
    world.note(() => `creator: ${JSON.stringify(command)}`);
    obey(world, creator, command, index);
  }
  const { breaches } = await creator.conclude();
  return { breaches, trace: world.trace ?? [] };
}

function obey(world: World, creator: Creator, command: Command, index: number): void {
  switch (command.kind) {
    case "open":
      if (world.tabs.length < TABS_MAX) world.openTab();
      break;
    case "power cut":
      world.losePower();
      break;
    case "trouble":
      world.begin(command.trouble, command.forMs);
      break;
    case "sleep":
      world.sleep(command.forMs);
      break;
    case "clock":
      world.turnClock(command.byMs);
      break;
    case "press":
      press(world, creator, command, index);
      break;
    default: {
      const tab = nth(world.tabs, command.tab);
      if (tab !== undefined) obeyIn(tab, creator, command);
    }
  }
}

function press(
  world: World,
  creator: Creator,
  command: Command & { kind: "press" },
  index: number,
): void {
  const { isPair, isDouble, isInTwoTabs } = command;
  const awake = world.tabs.filter(({ isFrozen }) => !isFrozen);
  const first = nth(awake, command.tab) ?? world.openTab();
  const second = isInTwoTabs ? awake.find((tab) => tab !== first) : undefined;
  first.isHidden = false;
  creator.press(second ? [first, second] : [first], { draft: `prompt ${index}`, isPair, isDouble });
}

type TabCommand = Extract<Command, { tab: number }>;

function obeyIn(
  tab: Realm,
  creator: Creator,
  command: Exclude<TabCommand, { kind: "press" }>,
): void {
  switch (command.kind) {
    case "hide":
      tab.isHidden = true;
      break;
    case "show":
      tab.isHidden = false;
      tab.returned();
      break;
    case "freeze":
      tab.freeze();
      break;
    case "thaw":
      tab.thaw();
      break;
    case "drop":
      tab.dropAt = tab.points + command.points;
      break;
    case "row":
      actOn(tab, creator, command);
      break;
  }
}

function actOn(tab: Realm, creator: Creator, { row: index, act }: Command & { kind: "row" }): void {
  const row = nth(tab.library.getState().entries, index);
  if (row === undefined || tab.isFrozen) return;
  const { id } = row;
  switch (act) {
    case "retry":
    case "startOver":
      creator.again(tab, row, act);
      break;
    case "earlier":
    case "later":
      creator.act(tab, `move ${id} ${act}`, () => tab.generations.moveInQueue(id, act));
      break;
    default:
      creator.act(tab, `${act} ${id}`, () => tab.generations[act](id));
  }
}

/** Counted round. */
function nth<Value>(values: readonly Value[], index: number): Value | undefined {
  return values[index % Math.max(values.length, 1)];
}
