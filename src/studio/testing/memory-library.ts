/** A library without a browser: a database in memory that can be told to fail, and tabs that share it. */
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import type { TabChannel } from "#studio/storage/database/tab-channel.ts";
import type { EntryDatabase } from "#studio/storage/library/entry-database.ts";
import { createLibrary, type Library } from "#studio/storage/library/library.ts";

/** One "disk", which outlives every library on it. */
export class MemoryDisk {
  readonly rows = new Map<string, LibraryEntry>();
  /** Thrown by the next operations, until it is taken back. */
  fault: Error | null = null;
  /** Awaited by the next changes before they are made: a disk that takes its time. */
  slowness: Promise<void> | null = null;
  /** Whether each change had to be safe on the disk before it resolved, in order. */
  readonly strictness: boolean[] = [];
  /** How many transactions have changed rows. */
  changeCount = 0;
  /** How often the database was opened. */
  openCount = 0;
  readonly #tabs: ((ids: readonly string[]) => void)[] = [];

  /** Writes rows as if they had always been there: no tab is told. */
  put(...entries: readonly LibraryEntry[]): void {
    for (const entry of entries) this.rows.set(entry.id, entry);
  }

  /** A tab's library on this disk. */
  open(): Library {
    let hear: ((ids: readonly string[]) => void) | undefined;
    const channel: TabChannel = {
      post: (ids) => {
        for (const tab of this.#tabs) if (tab !== hear) tab(ids);
      },
      listen: (onChanged) => {
        hear = onChanged;
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

/** A fault as browsers throw them. */
export function domFault(name: string): Error {
  const fault = new Error(name);
  fault.name = name;
  return fault;
}
