/** The creator of a trial: performs actions in its pages and records the intended result. */
import type { KirinRequest } from "#kirin/request.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { findViolations, type IntendedPress, type Intent, unsettledRows } from "./world/checks.ts";
import type { Page } from "./world/page.ts";
import type { Violation } from "./world/violation.ts";
import type { World } from "./world/world.ts";

/** Time until every row must have settled, by the creator's clock. */
const SETTLE_MS = 5 * 60_000;
/** Minimum duration of a trial, even if every row seems settled. */
const SETTLE_MIN_MS = 1000;

export interface Press {
  /** Identifies the content of the form. */
  draft: string;
  isPair?: boolean;
  /** Number of takes of each request. */
  takes?: number;
  /** Presses twice in one page, as Enter with a click does. */
  isDouble?: boolean;
}

export class Creator implements Intent {
  readonly presses: IntendedPress[] = [];
  readonly retries = new Map<string, number>();
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  /** Presses Generate in one page, or with the same draft in several pages at once. */
  press(
    pages: readonly Page[],
    { draft, isPair = false, takes = 1, isDouble = false }: Press,
  ): void {
    const oneTake: KirinRequest[] = isPair
      ? [
          { prompt: `${draft} std`, mode: "std" },
          { prompt: `${draft} pro`, mode: "pro" },
        ]
      : [{ prompt: draft }];
    this.presses.push({ prompts: oneTake.map(({ prompt }) => prompt), takes });
    const requests = Array.from({ length: takes }, () => oneTake).flat();
    for (const page of pages) {
      const submit = () => {
        void page.generations.submit(requests, { pair: isPair, press: `draft ${draft}` });
      };
      page.step(`press ${draft}`, 0, () => {
        submit();
        if (isDouble) submit();
      });
    }
  }

  /** Repeats the request of a row as a new row. */
  retry(page: Page, row: LibraryEntry, how: "retry" | "startOver"): void {
    this.retries.set(row.id, (this.retries.get(row.id) ?? 0) + 1);
    this.act(page, `${how} ${row.id}`, () => page.generations[how](row.id));
  }

  /** Performs an action that creates no new row. */
  act(page: Page, label: string, action: () => Promise<unknown>): void {
    page.step(label, 0, () => void action());
  }

  /**
   * Stops all faults, opens the studio again and waits until every row has settled. With `crashAtStep`, that new page
   * also crashes and the studio is opened once more.
   */
  async finish(
    crashAtStep: number | null = null,
  ): Promise<{ violations: Violation[]; recovery: Page }> {
    const world = this.#world;
    await world.advance(world.machine.leftMs);
    world.stopFaults();
    const recovery = world.openPage();
    recovery.crashAtStep = crashAtStep;
    await this.#settle(() => recovery.isGone);
    if (recovery.isGone) {
      world.openPage();
      await this.#settle(() => false);
    }
    return { violations: this.findViolations(), recovery };
  }

  findViolations(): Violation[] {
    return findViolations(this.#world, this);
  }

  /** Advances the time until every row has settled without violations, until the timeout, or until `isOver`. */
  async #settle(isOver: () => boolean): Promise<void> {
    const world = this.#world;
    const { clock } = world;
    const startedAtMs = clock.nowMs;
    const isDone = () =>
      world.isIdle &&
      clock.nowMs - startedAtMs >= SETTLE_MIN_MS &&
      unsettledRows(world).length === 0 &&
      this.findViolations().length === 0;
    // The timeout starts when Kirin has finished all tasks.
    const startsAtMs = () =>
      Math.max(startedAtMs, ...world.kirin.ledger.tasks.map(({ endsAtMs }) => endsAtMs));
    const leftMs = () => startsAtMs() + SETTLE_MS - clock.nowMs;
    while (!world.isEndless && !isOver() && !isDone() && leftMs() > 0) {
      await world.advance(leftMs(), () => isOver() || isDone());
    }
  }
}
