/** Runs one random case. */
import { Creator } from "./creator.ts";
import type { Command, RandomCase } from "./random-case.ts";
import type { Page } from "./world/page.ts";
import type { Violation } from "./world/violation.ts";
import { World } from "./world/world.ts";

const PAGES_MAX = 3;

interface CaseResult {
  violations: Violation[];
  /** The log; empty unless requested. */
  trace: readonly string[];
}

/** Runs a case from the first press until every row must have settled. */
export async function runRandomCase(
  { conditions, pageCount, steps }: RandomCase,
  isTraced = false,
): Promise<CaseResult> {
  const world = new World({ conditions, isTraced });
  const creator = new Creator(world);
  for (let count = 0; count < pageCount; count += 1) world.openPage();
  for (const [index, { afterMs, command }] of steps.entries()) {
    await world.advance(afterMs);
    world.log(() => `creator: ${JSON.stringify(command)}`);
    execute(world, creator, { ...command, draft: `prompt ${index}` });
  }
  const { violations } = await creator.finish();
  return { violations, trace: world.trace ?? [] };
}

/** A command, with the draft that it uses if it is a press. */
type Execution = Command & { draft: string };

function execute(world: World, creator: Creator, command: Execution): void {
  switch (command.kind) {
    case "open":
      if (world.pages.length < PAGES_MAX) world.openPage();
      break;
    case "power cut":
      world.cutPower();
      break;
    case "outage":
      world.begin(command.outage, command.forMs);
      break;
    case "suspend":
      world.suspendMachine(command.forMs);
      break;
    case "set clock":
      world.setClock(command.byMs);
      break;
    case "press":
      press(world, creator, command);
      break;
    default: {
      const page = nth(world.pages, command.page);
      if (page !== undefined) executeInPage(page, creator, command);
    }
  }
}

function press(world: World, creator: Creator, command: Execution & { kind: "press" }): void {
  const { isPair, isDouble, isInTwoPages, draft } = command;
  const awake = world.pages.filter(({ isFrozen }) => !isFrozen);
  const first = nth(awake, command.page) ?? world.openPage();
  const second = isInTwoPages ? awake.find((page) => page !== first) : undefined;
  first.isHidden = false;
  creator.press(second ? [first, second] : [first], { draft, isPair, isDouble });
}

type PageCommand = Exclude<Extract<Command, { page: number }>, { kind: "press" }>;

function executeInPage(page: Page, creator: Creator, command: PageCommand): void {
  switch (command.kind) {
    case "hide":
      page.isHidden = true;
      break;
    case "show":
      page.isHidden = false;
      page.resume();
      break;
    case "freeze":
      page.freeze();
      break;
    case "thaw":
      page.thaw();
      break;
    case "crash":
      page.crashAtStep = page.stepCount + command.steps;
      break;
    case "act":
      actOnRow(page, creator, command);
      break;
  }
}

function actOnRow(
  page: Page,
  creator: Creator,
  { row: index, action }: PageCommand & { kind: "act" },
): void {
  const row = nth(page.library.getState().entries, index);
  if (row === undefined || page.isFrozen) return;
  const { id } = row;
  switch (action) {
    case "retry":
    case "startOver":
      creator.retry(page, row, action);
      break;
    case "earlier":
    case "later":
      creator.act(page, `move ${id} ${action}`, () => page.generations.moveInQueue(id, action));
      break;
    default:
      creator.act(page, `${action} ${id}`, () => page.generations[action](id));
  }
}

/** The value at an index, which wraps around. */
function nth<Value>(values: readonly Value[], index: number): Value | undefined {
  return values[index % Math.max(values.length, 1)];
}
