/** The posters of clips: made once, kept on this device, and held in memory while the page is open. */
import type { OpenDatabase } from "#studio/storage/database/reconnecting.ts";
import { reconnecting } from "#studio/storage/database/reconnecting.ts";
import type { PosterDatabase } from "./poster-rows.ts";

/** Makes the poster of a clip that has none. Resolves to null if that is not possible now. */
export type MakePoster = (src: string) => Promise<Blob | null>;

export interface Posters {
  /** The object URL of a poster that is in memory, or null. */
  peek(src: string): string | null;
  /**
   * Finds the poster of a clip and calls `onFound` with its object URL. Makes it with `make` if there is none. Returns
   * a disposer, which withdraws the request unless the poster is already being made.
   */
  request(src: string, make: MakePoster | null, onFound: (url: string) => void): () => void;
  /** Removes the poster of a clip that was deleted. */
  remove(src: string): Promise<void>;
}

interface PostersOptions {
  openDatabase: OpenDatabase<PosterDatabase>;
  /** How many are held in memory. */
  heldMax?: number;
}

/** Several screens full. At about 15 kB each, this is less than one clip. */
const HELD_MAX = 600;
/** Browsers limit the number of videos, and decoding competes with scrolling. */
const MADE_AT_ONCE = 2;

interface Waiting {
  src: string;
  make: MakePoster;
  onFound: (url: string) => void;
}

/** Creates the posters of a page. */
export function createPosters({ openDatabase, heldMax = HELD_MAX }: PostersOptions): Posters {
  const withDatabase = reconnecting(openDatabase, () => {});
  /** Object URLs by clip, least recently used first. */
  const held = new Map<string, string>();
  /** Clips of which no poster could be made, so that scrolling does not try again and again. */
  const failed = new Set<string>();
  /** Newest last. The newest is made first, because it is most likely still in view. */
  let waiting: Waiting[] = [];
  let madeCount = 0;

  function peek(src: string): string | null {
    const url = held.get(src);
    if (url === undefined) return null;
    held.delete(src);
    held.set(src, url);
    return url;
  }

  function hold(src: string, poster: Blob): string {
    const url = peek(src) ?? URL.createObjectURL(poster);
    held.set(src, url);
    for (const [oldest, oldestUrl] of held) {
      if (held.size <= heldMax) break;
      held.delete(oldest);
      URL.revokeObjectURL(oldestUrl);
    }
    return url;
  }

  async function find(src: string): Promise<string | null> {
    const read = await withDatabase((database) => database.read(src));
    return read.ok && read.value !== null ? hold(src, read.value) : null;
  }

  async function makeNext(): Promise<void> {
    const next = madeCount < MADE_AT_ONCE ? waiting.pop() : undefined;
    if (next === undefined) return;
    madeCount += 1;
    const poster = await next.make(next.src).catch(() => null);
    madeCount -= 1;
    if (poster === null) failed.add(next.src);
    else {
      next.onFound(hold(next.src, poster));
      // A poster that can't be stored is made again another time.
      void withDatabase((database) => database.write(next.src, poster));
    }
    void makeNext();
  }

  return {
    peek,
    request(src, make, onFound) {
      const request = { src, make: make ?? (async () => null), onFound };
      let isWithdrawn = false;
      void find(src).then((url) => {
        if (isWithdrawn) return;
        if (url !== null) return onFound(url);
        if (make === null || failed.has(src)) return;
        waiting.push(request);
        void makeNext();
      });
      return () => {
        isWithdrawn = true;
        waiting = waiting.filter((one) => one !== request);
      };
    },
    async remove(src) {
      const url = held.get(src);
      if (url !== undefined) URL.revokeObjectURL(url);
      held.delete(src);
      await withDatabase((database) => database.remove(src));
    },
  };
}
