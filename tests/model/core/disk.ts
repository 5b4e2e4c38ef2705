/** The disk under the library: rows that outlive every tab, written as IndexedDB writes them. */
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";

export interface DiskWrite {
  /** The tab that wrote. */
  by: string;
  before: LibraryEntry | undefined;
  after: LibraryEntry;
}

/** One disk. What was not written strictly may be gone after a power cut, up to the last strict write. */
export class Disk {
  readonly rows = new Map<string, LibraryEntry>();
  /** Thrown by whatever is asked of it. */
  fault: Error | null = null;
  /** What stood there when the disk was last safe. */
  readonly #unsafe = new Map<string, LibraryEntry | undefined>();
  readonly #onWrite: (write: DiskWrite) => void;

  constructor(onWrite: (write: DiskWrite) => void) {
    this.#onWrite = onWrite;
  }

  check(): void {
    if (this.fault) throw this.fault;
  }

  write(by: string, after: LibraryEntry): void {
    const before = this.rows.get(after.id);
    if (!this.#unsafe.has(after.id)) this.#unsafe.set(after.id, before);
    this.rows.set(after.id, after);
    this.#onWrite({ by, before, after });
  }

  /** All that was written so far is there for good. */
  flush(): void {
    this.#unsafe.clear();
  }

  losePower(): void {
    for (const [id, before] of this.#unsafe) {
      if (before === undefined) this.rows.delete(id);
      else this.rows.set(id, before);
    }
    this.#unsafe.clear();
  }

  /** As the database answers it: entries of the same press, and otherwise nothing, and the new ones are there. */
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
