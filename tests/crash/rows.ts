/** The library as it lies on the disk of a page, read past the studio: a trial believes nobody. */

/** The parts of a row that a trial is judged by. */
export interface Row {
  id: string;
  externalTaskId: string;
  phase: string;
  /** When the press was journalled, by the creator's clock. */
  preparedAt: string;
  /** How many creates were sent, or were about to be. */
  attempts: number;
  sentAt: string | null;
  taskId: string | null;
  prompt: string;
  mode: string;
  hold: string | null;
  problem: string | null;
  hasClips: boolean;
  /** Whether the clips' bytes are on this device. */
  isKept: boolean;
  /** Everything that an end must never change. */
  essence: string;
}

/** A row as the studio keeps it, as far as trials look at it. */
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

/** The studio's own name for the place where its rows are. */
export const ROWS_STORE = "entries";

/** Source of an expression that reads them in a page. */
export const READ_ROWS = `(${readRows})(${JSON.stringify(ROWS_STORE)}, ${rowOf})`;

/** What a trial wants to know of what lies on the disk. Refers to nothing outside of itself. */
export function rowOf(stored: StoredRow): Row {
  const { seenAt: _seen, clipsKeptAt, clipsProblem: _problem, ...essence } = stored;
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
    essence: JSON.stringify(essence),
  };
}

/** Refers to nothing outside of itself, and leaves no database behind where there was none. */
function readRows(store: string, toRow: typeof rowOf): Promise<Row[]> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("kirin-studio");
    let isNone = false;
    opening.onupgradeneeded = () => {
      isNone = true;
      opening.transaction?.abort();
    };
    // A database that cannot be opened is not an empty one.
    opening.onerror = () => (isNone ? resolve([]) : reject(opening.error));
    opening.onsuccess = () => {
      const database = opening.result;
      if (!database.objectStoreNames.contains(store)) {
        database.close();
        resolve([]);
        return;
      }
      const asked = database.transaction(store).objectStore(store).getAll();
      asked.onerror = () => reject(asked.error);
      asked.onsuccess = () => {
        database.close();
        resolve(asked.result.map(toRow));
      };
    };
  });
}
