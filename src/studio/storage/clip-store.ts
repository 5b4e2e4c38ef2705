/**
 * Clips on this device, in the browser's Cache API: it takes streams, and a put is all or nothing, so that a page killed in
 * the middle leaves nothing behind.
 */
import type { Problem } from "#contract/problem.ts";
import { studioProblem } from "../domain/studio-problem.ts";
import { browserCaches } from "./browser-limits.ts";
import { isWholeMp4 } from "./whole-mp4.ts";

/** A clip to be kept. */
export interface ClipFile {
  type: string;
  /** Null when nobody knows. */
  length: number | null;
  body: ReadableStream<Uint8Array<ArrayBuffer>>;
}

/** `broken`: its bytes did not all come · `full`: no room · `unavailable`: this window keeps nothing. */
export type KeepFault = "broken" | "full" | "unavailable";

export interface ClipStore {
  has(src: string): Promise<boolean>;
  /** Addresses of all clips that are here, or null when nobody can say. */
  list(): Promise<ReadonlySet<string> | null>;
  /** The clip of an address, or null when it is not here. */
  read(src: string): Promise<Blob | null>;
  /** Why nothing more can be kept, or null when there is room. */
  findObstacle(bytes?: number): Promise<KeepFault | null>;
  /** Resolves to null once the whole clip is kept, or to why it is not; then nothing of it is. */
  put(src: string, file: ClipFile): Promise<KeepFault | null>;
  /** Lets go of the clip of an address, where there is one. */
  remove(src: string): Promise<void>;
}

const STORE_NAME = "kirin-studio-clips";

/**
 * Left free, whatever the browser would allow: a library that cannot grow stops all work. A tenth of what the browser
 * allows, and not more than this.
 */
const MARGIN_MAX_BYTES = 256_000_000;

/** The part of a cache that is used here. */
type ClipCache = Pick<Cache, "match" | "keys" | "put" | "delete">;

interface ClipStoreOptions {
  name?: string;
  /** Null where there is none: outside secure contexts. */
  caches?: { open: (name: string) => Promise<ClipCache> } | null;
  storage?: Pick<StorageManager, "estimate"> | null;
}

/** A store of clips. It opens nothing before it is asked. */
export function createClipStore({
  name = STORE_NAME,
  caches = browserCaches(),
  storage = (globalThis.navigator?.storage as StorageManager | undefined) ?? null,
}: ClipStoreOptions = {}): ClipStore {
  /** Null where the browser gives none: an insecure address, blocked storage. */
  async function open(): Promise<ClipCache | null> {
    try {
      return (await caches?.open(name)) ?? null;
    } catch {
      return null;
    }
  }

  async function read(src: string): Promise<Blob | null> {
    try {
      const found = await (await open())?.match(src);
      return (await found?.blob()) ?? null;
    } catch {
      // The copy cannot be read: it is as good as none.
      return null;
    }
  }

  async function findObstacle(bytes = 0): Promise<KeepFault | null> {
    if ((await open()) === null) return "unavailable";
    try {
      const { quota, usage } = (await storage?.estimate()) ?? {};
      if (quota === undefined || usage === undefined) return null;
      const margin = Math.min(quota / 10, MARGIN_MAX_BYTES);
      return quota - usage - bytes < margin ? "full" : null;
    } catch {
      return null;
    }
  }

  async function put(src: string, { type, length, body }: ClipFile): Promise<KeepFault | null> {
    const cache = await open();
    const obstacle = cache === null ? "unavailable" : await findObstacle(length ?? 0);
    if (cache === null || obstacle !== null) {
      await body.cancel();
      return obstacle;
    }
    try {
      await cache.put(src, new Response(body, { headers: { "Content-Type": type } }));
    } catch (fault) {
      return fault instanceof Error && fault.name === "QuotaExceededError" ? "full" : "broken";
    }
    const kept = await read(src);
    if (kept !== null && (await isWhole(kept, length))) return null;
    await cache.delete(src);
    return "broken";
  }

  return {
    async has(src) {
      try {
        return (await (await open())?.match(src)) !== undefined;
      } catch {
        return false;
      }
    },
    async list() {
      try {
        const requests = await (await open())?.keys();
        return requests ? new Set(requests.map(({ url }) => new URL(url).pathname)) : null;
      } catch {
        return null;
      }
    },
    read,
    findObstacle,
    put,
    async remove(src) {
      await (await open())?.delete(src).catch(() => false);
    },
  };
}

async function isWhole(file: Blob, length: number | null): Promise<boolean> {
  if (length !== null) return file.size === length;
  return file.type === "video/mp4" ? isWholeMp4(file) : file.size > 0;
}

const DETAILS = {
  broken: ["clip-broken", "The clip did not come whole."],
  full: ["clips-full", "There is no room left for clips on this device."],
  unavailable: ["clips-unavailable", "This browser window does not let the studio keep clips."],
} as const;

/** What a fault means for the creator. */
export function keepProblem(fault: KeepFault): Problem {
  const [code, detail] = DETAILS[fault];
  return studioProblem(code, { detail, retryable: true });
}

/** The clips of this browser. */
export const studioClips = createClipStore();
