/** Replaceable parts of the world. A test can use a faulty one instead, to prove that a rule detects it. */
import type { PlainFetch } from "#proxy/options.ts";
import type { GenerationDeps } from "#studio/features/generations/background/generation-deps.ts";
import type { EntryDatabase } from "#studio/storage/library/entry-database.ts";
import type { Disk } from "./disk.ts";

export interface WorldParts {
  /** The dependencies of a page's background work and actions. */
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
