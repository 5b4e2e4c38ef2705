/** The library as it lies on the disk of a page, read past the studio: a trial believes nobody. */

/** The parts of a row that a trial is judged by. */
export interface Row {
  id: string;
  externalTaskId: string;
  phase: string;
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

/** Source of an expression that reads them in a page. */
export const READ_ROWS = `(${readRows})()`;

/** Refers to nothing outside of itself, and leaves no database behind where there was none. */
function readRows(): Promise<Row[]> {
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
      if (!database.objectStoreNames.contains("entries")) {
        database.close();
        resolve([]);
        return;
      }
      const asked = database.transaction("entries").objectStore("entries").getAll();
      asked.onerror = () => reject(asked.error);
      asked.onsuccess = () => {
        database.close();
        resolve(
          asked.result.map((row) => {
            const { seenAt: _seen, clipsKeptAt, clipsProblem: _problem, ...essence } = row;
            return {
              id: row.id,
              externalTaskId: row.externalTaskId,
              phase: row.phase,
              attempts: row.attempts,
              sentAt: row.sentAt,
              taskId: row.generation?.id ?? null,
              prompt: row.request.prompt,
              mode: row.request.mode ?? "std",
              hold: row.hold?.reason ?? null,
              problem: row.problem?.code ?? null,
              hasClips: (row.generation?.clips.length ?? 0) > 0,
              isKept: clipsKeptAt !== null,
              essence: JSON.stringify(essence),
            };
          }),
        );
      };
    };
  });
}
