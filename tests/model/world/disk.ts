/** The disk of the library: rows that outlive pages, with the durability rules of IndexedDB. */
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";

export interface DiskWrite {
  /** Name of the page that wrote them. */
  by: string;
  before: LibraryEntry | undefined;
  after: LibraryEntry;
}

/** A power cut undoes everything since the last strict write. */
export class Disk {
  readonly rows = new Map<string, LibraryEntry>();
  /** Thrown by every operation. */
  fault: Error | null = null;
  /** The content of each unflushed row at the last flush. */
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

  /** Makes everything written so far permanent. */
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

  /** Adds entries like the database: if entries of the same press exist, returns those and adds nothing. */
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
