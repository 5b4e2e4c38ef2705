import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";

/** The clip on one side: from the library, or a file from the creator's disk. */
export interface SideClip {
  /** The entry's id, or a fixed name for a file. Identifies the side in the URL. */
  key: string;
  /** The side's display name, such as "Pro" or a file name. */
  name: string;
  /** Null for a file. */
  entry: LibraryEntry | null;
  /** The whole file. */
  blob: Blob;
}
