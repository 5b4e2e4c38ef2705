/** Faulty parts in storing rows. */
import { isEnded } from "#studio/domain/life/entry-rules.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import type { FaultyPart } from "./faulty-part.ts";

export const ROWS: readonly FaultyPart[] = [
  {
    name: "the database does not know presses again",
    rule: "doubled press",
    scenario: "two tabs with one draft",
    parts: {
      database: (database) => ({
        ...database,
        add: (entries) => database.add(entries.map((entry) => ({ ...entry, pressKey: null }))),
      }),
    },
  },
  {
    name: "the database adds only a part of a press",
    rule: "partial press",
    scenario: "a pair",
    parts: {
      database: (database) => ({
        ...database,
        add: (entries) => database.add(entries.slice(0, 1)),
      }),
    },
  },
  {
    name: "the database deletes finished rows",
    rule: "row gone",
    scenario: "one press",
    parts: {
      database: (database, disk) => ({
        ...database,
        async update(id, change, options) {
          const updated = await database.update(id, change, options);
          if (updated && isEnded(updated.entry)) disk.rows.delete(id);
          return updated;
        },
      }),
    },
  },
  {
    name: "a transaction changes an old version of the row",
    rule: "end changed",
    scenario: "an answer that arrives after the end of the task",
    parts: {
      database(database) {
        const waiting = new Map<string, LibraryEntry>();
        return {
          ...database,
          update: (id, change, options) =>
            database.update(
              id,
              (row) => {
                if (row.phase === "waiting") waiting.set(id, row);
                return change(isEnded(row) ? (waiting.get(id) ?? row) : row);
              },
              options,
            ),
        };
      },
    },
  },
];
