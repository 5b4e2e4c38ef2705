/** The library's rows as they are on disk, read without the studio's own code. */

/** The parts of a row that a verdict needs. */
export interface Row {
  id: string;
  externalTaskId: string;
  phase: string;
  /** When the press was recorded, by the creator's clock. */
  preparedAt: string;
  /** Number of creates that were sent or were about to be. */
  attempts: number;
  sentAt: string | null;
  taskId: string | null;
  prompt: string;
  mode: string;
  hold: string | null;
  problem: string | null;
  hasClips: boolean;
  /** Whether the clips are saved on this device. */
  isKept: boolean;
  /** The fields that must not change after the end, as JSON. */
  finalParts: string;
}

/** The fields of a stored row that trials read. */
export interface StoredRow
  extends Pick<Row, "id" | "externalTaskId" | "phase" | "preparedAt" | "attempts" | "sentAt"> {
  generation: { id: string; clips: unknown[] } | null;
  request: { prompt: string; mode?: string };
  hold: { reason: string } | null;
  problem: { code: string } | null;
  clipsKeptAt: string | null;
  seenAt: string | null;
  clipsProblem: unknown;
}

/** The studio's name for the object store of its rows. */
export const ROWS_STORE = "entries";

/** Expression that reads all rows in a page. */
export const READ_ROWS = `(${readRows})(${JSON.stringify(ROWS_STORE)}, ${rowOf})`;

/** Uses nothing outside of itself, because it also runs in pages. */
export function rowOf(stored: StoredRow): Row {
  const { seenAt: _seen, clipsKeptAt, clipsProblem: _problem, ...finalParts } = stored;
  return {
    id: stored.id,
    externalTaskId: stored.externalTaskId,
    phase: stored.phase,
    preparedAt: stored.preparedAt,
    attempts: stored.attempts,
    sentAt: stored.sentAt,
    taskId: stored.generation?.id ?? null,
    prompt: stored.request.prompt,
    mode: stored.request.mode ?? "std",
    hold: stored.hold?.reason ?? null,
    problem: stored.problem?.code ?? null,
    hasClips: (stored.generation?.clips.length ?? 0) > 0,
    isKept: clipsKeptAt !== null,
    finalParts: JSON.stringify(finalParts),
  };
}

/** Uses nothing outside of itself, and creates no database where there is none. */
function readRows(store: string, toRow: typeof rowOf): Promise<Row[]> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("kirin-studio");
    let isMissing = false;
    opening.onupgradeneeded = () => {
      isMissing = true;
      opening.transaction?.abort();
    };
    // A database that cannot be opened must not count as empty.
    opening.onerror = () => (isMissing ? resolve([]) : reject(opening.error));
    opening.onsuccess = () => {
      const database = opening.result;
      if (!database.objectStoreNames.contains(store)) {
        database.close();
        resolve([]);
        return;
      }
      const reading = database.transaction(store).objectStore(store).getAll();
      reading.onerror = () => reject(reading.error);
      reading.onsuccess = () => {
        database.close();
        resolve(reading.result.map(toRow));
      };
    };
  });
}
