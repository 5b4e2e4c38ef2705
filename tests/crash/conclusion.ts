/** The end of a trial: the troubles are over, the studio opens once more, and everything has to come to rest. */
import { setTimeout as pause } from "node:timers/promises";
import { readScreens, sendAgain } from "./creator.ts";
import { onMachine } from "./processes.ts";
import type { Row } from "./rows.ts";
import type { TrialLane } from "./run-trial.ts";
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

type Witnesses = Pick<Ending, "told" | "written">;

interface Moment extends Pick<Evidence, "ledger" | "told"> {
  snapshots: Row[][];
  written: readonly Row[];
}

/** What is found at the end, by a tab that has just been opened on the Library screen. */
export async function conclude(
  tab: Tab,
  lane: TrialLane,
  { sendsAgain, wake, ...ending }: Ending,
): Promise<Omit<Evidence, "isServerSafe" | "swallowed" | "arrivals">> {
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
  for (;;) {
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
    const seen = [[...written], ...snapshots];
    // What was stopped may have gone on while the screens were read: then they tell of a later moment than the ledger.
    if (isSame(end, momentOf(lane, ending)))
      return { ledger, told, snapshots: seen, rows, ...screens, complaints: tab.complaints };
    await tab.page.goto(`${lane.studio.url}/library`);
    await restAgain();
  }
}

/** What Kirin and the pages have told of so far. */
function momentOf({ kirin }: TrialLane, { told, written }: Witnesses): Omit<Moment, "snapshots"> {
  const { creates, tasks } = kirin.ledger;
  return {
    ledger: { creates: [...creates], tasks: [...tasks] },
    told: told(),
    written: [...written()],
  };
}

function isSame(one: Omit<Moment, "snapshots">, other: Omit<Moment, "snapshots">): boolean {
  return (
    one.ledger.creates.length === other.ledger.creates.length &&
    one.ledger.tasks.length === other.ledger.tasks.length &&
    one.told.size === other.told.size &&
    one.written.length === other.written.length
  );
}

/**
 * Rests until nothing happened while the rows were looked at: only then do they and the ledger tell of one moment. A page
 * that was stopped goes on in its own time, and a row is older than what is told of it. What a page writes after the last
 * look is not held against what was seen then.
 */
async function rest(tab: Tab, lane: TrialLane, witnesses: Witnesses): Promise<Moment> {
  const snapshots: Row[][] = [];
  for (;;) {
    const before = momentOf(lane, witnesses);
    snapshots.push(...(await lookUntilAtRest(tab, lane)));
    const after = momentOf(lane, witnesses);
    if (isSame(before, after)) return { ...before, ledger: after.ledger, snapshots };
  }
}

/**
 * Looks until nothing moves any more, here and at Kirin, or the time is up. Gives the rows at every look. A look that
 * takes long says that the machine is starved: that is no time in which the studio could have done anything.
 */
async function lookUntilAtRest(tab: Tab, { clock, kirins, kirin }: TrialLane): Promise<Row[][]> {
  const looks: Row[][] = [];
  let leftMs = onMachine(clock, REST_MS);
  for (;;) {
    const startedMs = performance.now();
    const rows = await tab.rows();
    if (rows !== undefined) looks.push(rows);
    if ((kirins.openCount(kirin) === 0 && rows?.every(isAtRest)) || leftMs < 0) return looks;
    await pause(LOOK_MS);
    leftMs -= Math.min(performance.now() - startedMs, 1.5 * LOOK_MS);
  }
}
