/** Where judgements are kept; the one writer is written against this, and IndexedDB is one of its forms. */
import type { Judgement } from "../domain/judgement.ts";

/** What becomes of a judgement, or how it begins. Has to give the same for the same: it may be asked again. */
export type JudgementChange = (judgement: Judgement | undefined) => Judgement;

export interface JudgementDatabase {
  /** Those of these ids, or all. Rows that cannot be read are left where they are. */
  read(ids?: readonly string[]): Promise<Judgement[]>;
  /** Reads, changes and writes in one transaction; safe on the disk once it resolves. Fails over a row it cannot read. */
  change(id: string, change: JudgementChange): Promise<Judgement>;
}
