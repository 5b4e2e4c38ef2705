/** The end of a trial: the troubles are over, the studio opens once more, and everything has to come to rest. */
import { setTimeout as pause } from "node:timers/promises";
import { readScreens, sendAgain } from "./creator.ts";
import { onMachine } from "./processes.ts";
import type { Row } from "./rows.ts";
import type { Lane } from "./run-trial.ts";
import type { Tab } from "./tab.ts";
import { type Evidence, isAtRest } from "./verdict.ts";

/** Everything has come to rest, by the creator's clock, this long after the troubles are over. */
const REST_MS = 5 * 60_000;
/** Between two looks at the rows, in machine milliseconds. */
const LOOK_MS = 100;
/** A page that was stopped has so long to do what it was about to. */
const WAKE_MS = 200;

interface Ending {
  /** Whether the creator sends again what never arrived. */
  sendsAgain: boolean;
  /** Lets pages that stand still go on. False if there are none. */
  wake: () => Promise<boolean>;
  /** Generations that some page's address has named so far. */
  told: () => ReadonlySet<string>;
  /** Rows that pages have said they wrote so far. */
  written: () => readonly Row[];
}

interface Moment extends Pick<Evidence, "ledger" | "told"> {
  snapshots: Row[][];
  written: readonly Row[];
}

/** What is found at the end, by a tab that has just been opened on the Library screen. */
export async function conclude(
  tab: Tab,
  lane: Lane,
  { sendsAgain, wake, ...ending }: Ending,
): Promise<Omit<Evidence, "isServerSafe" | "swallowed">> {
  let end = await rest(tab, lane, ending);
  const { snapshots } = end;
  const restAgain = async () => {
    end = await rest(tab, lane, ending);
    snapshots.push(...end.snapshots);
  };
  if (await wake()) {
    // What was stopped for long goes on from where it was, and must do no harm.
    await pause(WAKE_MS);
    await restAgain();
  }
  const missed = (snapshots.at(-1) ?? []).filter(({ phase }) => phase === "never-arrived");
  if (sendsAgain && missed.length > 0) {
    for (const { id } of missed) await sendAgain(tab, lane.studio.url, id);
    await restAgain();
  }
  const rows = snapshots.at(-1);
  if (rows === undefined) throw new Error("the last page could not be read");
  const cards = tab.page.getByRole("main").getByRole("article");
  // Whether they are all there is for the verdict to say.
  if (rows.length > 0)
    await cards
      .nth(rows.length - 1)
      .waitFor()
      .catch(() => undefined);
  const screens = await readScreens(tab);
  const { ledger, told, written } = end;
  return {
    ledger,
    told,
    snapshots: [[...written], ...snapshots],
    rows,
    ...screens,
    complaints: tab.complaints,
  };
}

/**
 * Rests until nothing happened while the rows were looked at: only then do they and the ledger tell of one moment. A page
 * that was stopped goes on in its own time, and a row is older than what is told of it. What a page writes after the last
 * look is not held against what was seen then.
 */
async function rest(
  tab: Tab,
  lane: Lane,
  { told, written }: Pick<Ending, "told" | "written">,
): Promise<Moment> {
  const snapshots: Row[][] = [];
  for (;;) {
    const ledger = await lane.upstream.ledger(lane.name);
    const before = { told: told(), written: [...written()] };
    snapshots.push(...(await lookUntilAtRest(tab, lane)));
    const after = await lane.upstream.ledger(lane.name);
    const isQuiet =
      after.creates.length === ledger.creates.length &&
      after.tasks.length === ledger.tasks.length &&
      told().size === before.told.size &&
      written().length === before.written.length;
    if (isQuiet) return { ledger: after, ...before, snapshots };
  }
}

/**
 * Looks until nothing moves any more, here and at Kirin, or the time is up. Gives the rows at every look. A look that
 * takes long says that the machine is starved: that is no time in which the studio could have done anything.
 */
async function lookUntilAtRest(tab: Tab, { clock, upstream, name }: Lane): Promise<Row[][]> {
  const looks: Row[][] = [];
  let leftMs = onMachine(clock, REST_MS);
  for (;;) {
    const startedMs = performance.now();
    const rows = await tab.rows();
    if (rows !== undefined) looks.push(rows);
    const { open } = await upstream.ledger(name);
    if ((open === 0 && rows?.every(isAtRest)) || leftMs < 0) return looks;
    await pause(LOOK_MS);
    leftMs -= Math.min(performance.now() - startedMs, 1.5 * LOOK_MS);
  }
}
