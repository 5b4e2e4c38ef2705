/** Judgements without a browser: an in-memory database with fault injection, shared by several tabs. */
import { vi } from "vitest";
import type { Judgement } from "#studio/domain/judging/judgement.ts";
import type { JudgementDatabase } from "#studio/storage/judgements/judgement-database.ts";
import { createJudgements, type Judgements } from "#studio/storage/judgements/judgements.ts";

export class MemoryJudgements {
  readonly rows = new Map<string, Judgement>();
  /** Thrown by the operations of each kind while set. */
  readonly faults: { opening: Error | null; reading: Error | null; writing: Error | null } = {
    opening: null,
    reading: null,
    writing: null,
  };
  /** Receives the ids that tabs announce. */
  readonly post = vi.fn();
  openCount = 0;
  /** Ends the connection of the tab that opened last. */
  lose: (reason: "replaced" | "dropped") => void = () => {};

  /** Opens the judgements in another tab. `notify` tells it of another tab's changes. */
  open(): Judgements & { notify: (ids: readonly string[]) => void } {
    let deliver: (ids: readonly string[]) => void = () => {};
    const judgements = createJudgements({
      openDatabase: (onLost) => {
        this.lose = onLost;
        return this.#connect();
      },
      channel: {
        post: this.post,
        listen: (onChanged) => {
          deliver = onChanged;
        },
      },
    });
    return { ...judgements, notify: (ids) => deliver(ids) };
  }

  async #connect(): Promise<JudgementDatabase> {
    this.openCount += 1;
    const { rows, faults } = this;
    if (faults.opening) throw faults.opening;
    return {
      read: async (ids) => {
        if (faults.reading) throw faults.reading;
        return [...rows.values()].filter(({ id }) => ids?.includes(id) ?? true);
      },
      change: async (id, change) => {
        if (faults.writing) throw faults.writing;
        const changed = change(rows.get(id));
        rows.set(id, changed);
        return changed;
      },
    };
  }
}
