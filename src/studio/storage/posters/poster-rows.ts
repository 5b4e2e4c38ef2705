/** Stores posters in IndexedDB: small still pictures of clips. Loaded on first use. */
import * as z from "zod/mini";
import { connect, type OpenOptions } from "#studio/storage/database/connection.ts";
import { POSTERS_STORE } from "#studio/storage/database/migrations.ts";

export interface PosterDatabase {
  /** The poster of a clip, or null if there is none. */
  read(src: string): Promise<Blob | null>;
  write(src: string, poster: Blob): Promise<void>;
  remove(src: string): Promise<void>;
}

/** Bytes instead of a Blob, which Safari may lose in IndexedDB. */
const rowSchema = z.object({ src: z.string(), type: z.string(), bytes: z.instanceof(ArrayBuffer) });

/** Opens the posters. They use their own connection, so that the library never waits for them. */
export async function openPosterRows(options: OpenOptions): Promise<PosterDatabase> {
  const connection = await connect(options);
  return {
    async read(src) {
      const parsed = z.safeParse(rowSchema, await connection.get(POSTERS_STORE, src));
      return parsed.success ? new Blob([parsed.data.bytes], { type: parsed.data.type }) : null;
    },
    async write(src, poster) {
      const row = { src, type: poster.type, bytes: await poster.arrayBuffer() };
      await connection.put(POSTERS_STORE, row);
    },
    remove: (src) => connection.delete(POSTERS_STORE, src),
  };
}
