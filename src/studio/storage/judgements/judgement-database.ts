/**
 * The storage interface for judgements. The store depends only on this interface, and IndexedDB is one implementation.
 */
import type { Judgement } from "#studio/domain/judging/judgement.ts";

/** Creates or changes a judgement. Must be deterministic, since it may run more than once. */
export type JudgementChange = (judgement: Judgement | undefined) => Judgement;

export interface JudgementDatabase {
  /** The judgements with these ids, or all of them. Unreadable rows are skipped and not modified. */
  read(ids?: readonly string[]): Promise<Judgement[]>;
  /**
   * Reads, changes and writes a judgement in one transaction. It is on disk once it resolves. Fails if the row is
   * unreadable.
   */
  change(id: string, change: JudgementChange): Promise<Judgement>;
}
