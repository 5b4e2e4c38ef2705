/** What a creator does in the tabs of a trial; remembers what was meant by it. */
import type { KirinRequest } from "#kirin/request.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { breaches, restless } from "./checks.ts";
import type { Realm } from "./realm.ts";
import type { World } from "./world.ts";

/** How long the studio has, by the creator's clock, to bring everything to rest. */
const REST_MS = 5 * 60_000;
/** So long it is looked at, even if all seems at rest. */
const LOOK_MS = 1000;

export interface Press {
  /** Names what is written in the form. */
  draft: string;
  isPair?: boolean;
  /** Of each; one, unless it says otherwise. */
  takes?: number;
  /** Twice in one tab, as Enter and click are. */
  isDouble?: boolean;
}

export class Creator {
  readonly prompts = new Map<string, number>();
  readonly tries = new Map<string, number>();
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  /** Presses Generate in a tab, or the same draft in several at once. */
  press(
    tabs: readonly Realm[],
    { draft, isPair = false, takes = 1, isDouble = false }: Press,
  ): void {
    const once: KirinRequest[] = isPair
      ? [
          { prompt: `${draft} std`, mode: "std" },
          { prompt: `${draft} pro`, mode: "pro" },
        ]
      : [{ prompt: draft }];
    for (const { prompt } of once) this.prompts.set(prompt, takes);
    const requests = Array.from({ length: takes }, () => once).flat();
    for (const tab of tabs) {
      const submit = () => {
        void tab.generations.submit(requests, { pair: isPair, press: `draft ${draft}` });
      };
      tab.point(`press ${draft}`, 0, () => {
        submit();
        if (isDouble) submit();
      });
    }
  }

  /** Tries a row again that may be: after an end as a new row, and what never arrived under its own id. */
  again(tab: Realm, row: LibraryEntry, how: "retry" | "startOver"): void {
    this.#count(row.id);
    this.act(tab, `${how} ${row.id}`, () => tab.generations[how](row.id));
  }

  /** Something that makes no new row. */
  act(tab: Realm, label: string, action: () => Promise<unknown>): void {
    tab.point(label, 0, () => void action());
  }

  /**
   * Ends all troubles, opens the studio once more, and looks at it when it had time to rest. `dropAt` is a point of that
   * new tab at which it goes as well; then the studio is opened again.
   */
  async conclude(dropAt: number | null = null): Promise<{ breaches: string[]; recovery: Realm }> {
    const world = this.#world;
    await world.machine.wake();
    world.calmDown();
    const recovery = world.openTab();
    recovery.dropAt = dropAt;
    await this.#rest(() => recovery.isGone);
    if (recovery.isGone) {
      world.openTab();
      await this.#rest(() => false);
    }
    return { breaches: this.breaches(), recovery };
  }

  async #rest(isOver: () => boolean): Promise<void> {
    const world = this.#world;
    const { clock } = world;
    const beganMs = clock.nowMs;
    const isDone = () =>
      world.isQuiet &&
      clock.nowMs - beganMs >= LOOK_MS &&
      restless(world).length === 0 &&
      this.breaches().length === 0;
    // While Kirin is at work there is something to wait for.
    const endsMs = () =>
      Math.max(beganMs, ...world.kirin.ledger.tasks.map(({ endsAtMs }) => endsAtMs));
    const leftMs = () => endsMs() + REST_MS - clock.nowMs;
    while (!world.isEndless && !isOver() && !isDone() && leftMs() > 0) {
      await world.advance(leftMs(), () => isOver() || isDone());
    }
  }

  breaches(): string[] {
    return breaches(this.#world, this);
  }

  #count(id: string): void {
    this.tries.set(id, (this.tries.get(id) ?? 0) + 1);
  }
}
