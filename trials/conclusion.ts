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

/** What is found at the end, by a tab that has just been opened on the Library screen. */
export async function conclude(
  tab: Tab,
  lane: Lane,
  { sendsAgain, wake }: { sendsAgain: boolean; wake: () => Promise<boolean> },
): Promise<Pick<Evidence, "ledger" | "snapshots" | "rows" | "shown" | "spent" | "complaints">> {
  const snapshots = await rest(tab, lane);
  if (await wake()) {
    // What was stopped for long goes on from where it was, and must do no harm.
    await pause(WAKE_MS);
    snapshots.push(...(await rest(tab, lane)));
  }
  const missed = (snapshots.at(-1) ?? []).filter(({ phase }) => phase === "never-arrived");
  if (sendsAgain && missed.length > 0) {
    for (const { id } of missed) await sendAgain(tab, lane.studio.url, id);
    snapshots.push(...(await rest(tab, lane)));
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
  const ledger = await lane.upstream.ledger(lane.name);
  return { ledger, snapshots, rows, ...screens, complaints: tab.complaints };
}

/**
 * Looks until nothing moves any more, here and at Kirin, or the time is up. Gives the rows at every look. A look that
 * takes long says that the machine is starved: that is no time in which the studio could have done anything.
 */
async function rest(tab: Tab, { clock, upstream, name }: Lane): Promise<Row[][]> {
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
