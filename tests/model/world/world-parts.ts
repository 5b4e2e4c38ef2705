/**
 * Seams of the world. A test can wrap a part in a faulty one, to prove that a rule notices. By default every part is the
 * real one.
 */
import type { PlainFetch } from "#proxy/options.ts";
import type { GenerationDeps } from "#studio/features/generations/background/generation-deps.ts";
import type { EntryDatabase } from "#studio/storage/library/entry-database.ts";
import type { Disk } from "./disk.ts";

export interface WorldParts {
  /** What a page gives to the studio's background work and actions. */
  deps: (deps: GenerationDeps) => GenerationDeps;
  /** A page's connection to the database. */
  database: (database: EntryDatabase, disk: Disk) => EntryDatabase;
  /** The proxy's transport for one create; `pageLeft` aborts when its page is gone. */
  transport: (fetch: PlainFetch, pageLeft: AbortSignal) => PlainFetch;
  /** Whether messages between tabs arrive. */
  deliversMessages: boolean;
}

export const REAL_PARTS: WorldParts = {
  deps: (deps) => deps,
  database: (database) => database,
  transport: (fetch) => fetch,
  deliversMessages: true,
};
