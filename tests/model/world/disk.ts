/** The disk under the library: rows that outlive every page, written as IndexedDB writes them. */
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";

export interface DiskWrite {
  /** Name of the page that wrote. */
  by: string;
  before: LibraryEntry | undefined;
  after: LibraryEntry;
}

/** A power cut may undo everything since the last strict write. */
export class Disk {
  readonly rows = new Map<string, LibraryEntry>();
  /** Thrown by every operation. */
  fault: Error | null = null;
  /** What each row was before it was written for the first time since the last flush. */
  readonly #unflushed = new Map<string, LibraryEntry | undefined>();
  readonly #onWrite: (write: DiskWrite) => void;

  constructor(onWrite: (write: DiskWrite) => void) {
    this.#onWrite = onWrite;
  }

  check(): void {
    if (this.fault) throw this.fault;
  }

  write(by: string, after: LibraryEntry): void {
    const before = this.rows.get(after.id);
    if (!this.#unflushed.has(after.id)) this.#unflushed.set(after.id, before);
    this.rows.set(after.id, after);
    this.#onWrite({ by, before, after });
  }

  /** Makes everything that was written so far permanent. */
  flush(): void {
    this.#unflushed.clear();
  }

  losePower(): void {
    for (const [id, before] of this.#unflushed) {
      if (before === undefined) this.rows.delete(id);
      else this.rows.set(id, before);
    }
    this.#unflushed.clear();
  }

  /** Adds entries as the database does: returns the entries of the same press if there are any, and adds nothing then. */
  add(by: string, entries: readonly LibraryEntry[]): LibraryEntry[] {
    this.check();
    const keys = new Set(entries.flatMap(({ pressKey }) => pressKey ?? []));
    const earlier = [...this.rows.values()].filter(
      ({ pressKey }) => pressKey !== null && keys.has(pressKey),
    );
    if (earlier.length > 0) return earlier;
    if (entries.some(({ id }) => this.rows.has(id))) throw new Error("ConstraintError");
    for (const entry of entries) this.write(by, entry);
    this.flush();
    return [];
  }
}
