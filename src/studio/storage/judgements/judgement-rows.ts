/** Stores judgements in IndexedDB. Loaded on first use. */
import type { Judgement } from "#studio/domain/judging/judgement.ts";
import { connect, type OpenOptions, STRICT } from "#studio/storage/database/connection.ts";
import { JUDGEMENTS_STORE } from "#studio/storage/database/migrations.ts";
import { StorageError, storageProblem } from "#studio/storage/database/storage-problem.ts";
import type { JudgementDatabase } from "./judgement-database.ts";
import { parseJudgement } from "./judgement-schema.ts";

/** Opens the judgements. They use their own connection, so that the library never waits for them. */
export async function openJudgementRows(options: OpenOptions): Promise<JudgementDatabase> {
  const connection = await connect(options);
  return {
    async read(ids) {
      const { store } = connection.transaction(JUDGEMENTS_STORE);
      const rows = await (ids ? Promise.all(ids.map((id) => store.get(id))) : store.getAll());
      return rows.flatMap((row) => parseJudgement(row) ?? []);
    },
    async change(id, change) {
      const transaction = connection.transaction(JUDGEMENTS_STORE, "readwrite", STRICT);
      const [changed] = await Promise.all([changeRow(), transaction.done]);
      return changed;

      async function changeRow(): Promise<Judgement> {
        const row = await transaction.store.get(id);
        const judgement = row === undefined ? undefined : parseJudgement(row);
        // A newer version of the studio may have written this row. Fail instead of overwriting it.
        if (judgement === null) throw new StorageError(storageProblem("storage-newer"));
        const next = change(judgement);
        if (next !== judgement) await transaction.store.put(next);
        return next;
      }
    },
  };
}
