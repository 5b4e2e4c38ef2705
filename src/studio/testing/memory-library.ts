/** A library without a browser: an in-memory database with fault injection, shared by several tabs. */
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import type { TabChannel } from "#studio/storage/database/tab-channel.ts";
import type { EntryDatabase } from "#studio/storage/library/entry-database.ts";
import { createLibrary, type Library } from "#studio/storage/library/library.ts";

/** The disk that the tabs share. */
export class MemoryDisk {
  readonly rows = new Map<string, LibraryEntry>();
  /** Thrown by every operation while set. */
  fault: Error | null = null;
  /** Awaited before every change: a slow disk. */
  slowness: Promise<void> | null = null;
  /** The `isStrict` of each update, in order. */
  readonly strictness: boolean[] = [];
  /** Number of transactions that updated rows. */
  changeCount = 0;
  /** The messages of all tabs to the others, in order: which entries to read again. */
  readonly announced: (readonly string[])[] = [];
  /** Number of times the database was opened. */
  openCount = 0;
  readonly #tabs: ((ids: readonly string[]) => void)[] = [];

  /** Writes rows without notifying any tab. */
  put(...entries: readonly LibraryEntry[]): void {
    for (const entry of entries) this.rows.set(entry.id, entry);
  }

  /** Opens the library in another tab. */
  open(): Library {
    let notify: ((ids: readonly string[]) => void) | undefined;
    const channel: TabChannel = {
      post: (ids) => {
        this.announced.push(ids);
        for (const tab of this.#tabs) if (tab !== notify) tab(ids);
      },
      listen: (onChanged) => {
        notify = onChanged;
        this.#tabs.push(onChanged);
      },
    };
    return createLibrary({ openDatabase: () => this.#connect(), channel });
  }

  async #connect(): Promise<EntryDatabase> {
    this.openCount += 1;
    const check = () => {
      if (this.fault) throw this.fault;
    };
    return {
      readAll: async () => {
        check();
        return { entries: [...this.rows.values()], unreadableCount: 0 };
      },
      read: async (ids) => {
        check();
        return ids.flatMap((id) => this.rows.get(id) ?? []);
      },
      add: async (entries) => {
        check();
        const keys = new Set(entries.flatMap(({ pressKey }) => pressKey ?? []));
        const earlier = [...this.rows.values()].filter(
          ({ pressKey }) => pressKey !== null && keys.has(pressKey),
        );
        if (earlier.length > 0) return earlier;
        if (entries.some(({ id }) => this.rows.has(id))) throw domFault("ConstraintError");
        for (const entry of entries) this.rows.set(entry.id, entry);
        return [];
      },
      update: async (id, change, { isStrict } = { isStrict: false }) => {
        await this.slowness;
        check();
        this.changeCount += 1;
        this.strictness.push(isStrict);
        const row = this.rows.get(id);
        if (row === undefined) return undefined;
        const entry = change(row);
        this.rows.set(id, entry);
        return { entry, isChanged: entry !== row };
      },
      updateAll: async (ids, change) => {
        await this.slowness;
        check();
        this.changeCount += 1;
        return ids.flatMap((id) => {
          const row = this.rows.get(id);
          if (row === undefined) return [];
          const changed = change(row);
          this.rows.set(id, changed);
          return [changed];
        });
      },
      close: () => {},
    };
  }
}

/** An error as browsers throw it. */
export function domFault(name: string): Error {
  const fault = new Error(name);
  fault.name = name;
  return fault;
}
