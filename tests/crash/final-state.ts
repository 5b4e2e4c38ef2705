/** The end of a trial: the faults have stopped, the studio is open, and every row has to settle. */
import { setTimeout as pause } from "node:timers/promises";
import { readScreens, sendAgain } from "./creator.ts";
import { toMachineMs } from "./fast-clock.ts";
import type { Row } from "./library-rows.ts";
import type { TrialLane } from "./run-trial.ts";
import type { Tab } from "./tab.ts";
import { type Evidence, isSettled } from "./verdict.ts";

/** How long the rows may take to settle, by the creator's clock. */
const SETTLE_MS = 5 * 60_000;
/** Interval between snapshots of the rows, in machine milliseconds. */
const SNAPSHOT_MS = 100;
/** Time that resumed pages get to run, in machine milliseconds. */
const RESUME_MS = 200;

interface Ending {
  /** Whether the creator resends generations that never arrived. */
  sendsAgain: boolean;
  /** Resumes frozen pages. Resolves to false if there are none. */
  resumePages: () => Promise<boolean>;
  recordings: Recordings;
}

/** What the pages have reported so far. */
interface Recordings {
  shownIds: () => ReadonlySet<string>;
  writtenRows: () => readonly Row[];
}

/** The ledger and the recordings at one time. */
interface Moment extends Pick<Evidence, "ledger" | "shownIds"> {
  writtenRows: readonly Row[];
}

interface SettledMoment extends Moment {
  snapshots: Row[][];
}

type FinalState = Omit<Evidence, "isServerSafe" | "ignoredPresses" | "receivedPresses">;

/** Reads the final state with a tab that has just been opened on the Library screen. */
export async function readFinalState(
  tab: Tab,
  lane: TrialLane,
  { sendsAgain, resumePages, recordings }: Ending,
): Promise<FinalState> {
  const snapshots: Row[][] = [];
  const settle = async () => {
    const settled = await settleRows(tab, lane, recordings);
    snapshots.push(...settled.snapshots);
    return settled;
  };
  let moment: Moment = await settle();
  if (await resumePages()) {
    // A page that was frozen for a long time must do no harm when it resumes.
    await pause(RESUME_MS);
    moment = await settle();
  }
  const missed = (snapshots.at(-1) ?? []).filter(({ phase }) => phase === "never-arrived");
  if (sendsAgain && missed.length > 0) {
    for (const { id } of missed) await sendAgain(tab, lane.studio.url, id);
    moment = await settle();
  }
  for (;;) {
    const rows = snapshots.at(-1);
    if (rows === undefined) throw new Error("The last page could not be read.");
    await waitForCards(tab, rows.length);
    const screens = await readScreens(tab);
    // If a resumed page changed rows while the screens were read, the screens show a later state than the rows.
    if (isSame(moment, momentOf(lane, recordings))) {
      const { writtenRows, ...seen } = moment;
      const { consoleErrors } = tab;
      return {
        ...seen,
        snapshots: [[...writtenRows], ...snapshots],
        rows,
        ...screens,
        consoleErrors,
      };
    }
    await tab.page.goto(`${lane.studio.url}/library`);
    moment = await settle();
  }
}

/** Waits until the Library screen shows this many cards. The verdict checks their content. */
async function waitForCards({ page }: Tab, count: number): Promise<void> {
  if (count === 0) return;
  const cards = page.getByRole("main").getByRole("article");
  await cards
    .nth(count - 1)
    .waitFor()
    .catch(() => undefined);
}

function momentOf({ kirin }: TrialLane, { shownIds, writtenRows }: Recordings): Moment {
  const { creates, tasks } = kirin.ledger;
  return {
    ledger: { creates: [...creates], tasks: [...tasks] },
    shownIds: shownIds(),
    writtenRows: [...writtenRows()],
  };
}

function isSame(one: Moment, other: Moment): boolean {
  return (
    one.ledger.creates.length === other.ledger.creates.length &&
    one.ledger.tasks.length === other.ledger.tasks.length &&
    one.shownIds.size === other.shownIds.size &&
    one.writtenRows.length === other.writtenRows.length
  );
}

/**
 * Waits until the rows have settled and nothing else happened meanwhile, so that rows and ledger describe the same
 * moment although resumed pages keep running. Rows that a page writes after the last snapshot do not contradict it.
 */
async function settleRows(
  tab: Tab,
  lane: TrialLane,
  recordings: Recordings,
): Promise<SettledMoment> {
  const snapshots: Row[][] = [];
  for (;;) {
    const before = momentOf(lane, recordings);
    snapshots.push(...(await takeSnapshots(tab, lane)));
    const after = momentOf(lane, recordings);
    if (isSame(before, after)) return { ...before, ledger: after.ledger, snapshots };
  }
}

/**
 * Takes snapshots of the rows until they and Kirin have settled, or until the timeout. The time of a slow snapshot does
 * not count, because the studio could not use it on a busy machine.
 */
async function takeSnapshots(tab: Tab, { clock, kirins, kirin }: TrialLane): Promise<Row[][]> {
  const snapshots: Row[][] = [];
  let leftMs = toMachineMs(clock, SETTLE_MS);
  for (;;) {
    const startedMs = performance.now();
    const rows = await tab.rows();
    if (rows !== undefined) snapshots.push(rows);
    const hasSettled = kirins.openCount(kirin) === 0 && rows?.every(isSettled);
    if (hasSettled || leftMs < 0) return snapshots;
    await pause(SNAPSHOT_MS);
    leftMs -= Math.min(performance.now() - startedMs, 1.5 * SNAPSHOT_MS);
  }
}
