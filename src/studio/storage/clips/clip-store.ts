/**
 * Stores clips on this device in the browser's Cache API. It accepts streams, and a put is atomic, so a page killed
 * during a download leaves no partial clip.
 */
import type { Problem } from "#contract/problem.ts";
import { studioProblem } from "#studio/domain/life/studio-problem.ts";
import { browserCaches } from "#studio/storage/browser-limits.ts";
import { isWholeMp4 } from "./whole-mp4.ts";

/** A clip to store. */
export interface ClipFile {
  type: string;
  /** Null if the length is unknown. */
  length: number | null;
  body: ReadableStream<Uint8Array<ArrayBuffer>>;
}

/**
 * - `broken`: not all bytes arrived
 * - `full`: no space left
 * - `unavailable`: this window cannot store clips
 */
export type StoreFault = "broken" | "full" | "unavailable";

export interface ClipStore {
  has(src: string): Promise<boolean>;
  /** Addresses of all stored clips, or null if they cannot be listed. */
  list(): Promise<ReadonlySet<string> | null>;
  /** The stored clip of an address, or null if there is none. */
  read(src: string): Promise<Blob | null>;
  /** Why no more clips can be stored, or null if there is space. */
  findObstacle(bytes?: number): Promise<StoreFault | null>;
  /**
   * Resolves to null once the whole clip is stored. Otherwise resolves to the fault, and no part of the clip is stored.
   */
  put(src: string, file: ClipFile): Promise<StoreFault | null>;
  /** Removes the clip of an address, if there is one. */
  remove(src: string): Promise<void>;
}

const STORE_NAME = "kirin-studio-clips";

/**
 * Space left free beyond the browser's own limit, because a library that cannot grow stops all work. A tenth of the
 * quota, up to this size.
 */
const MARGIN_MAX_BYTES = 256_000_000;

/** The methods of a cache that the store uses. */
type ClipCache = Pick<Cache, "match" | "keys" | "put" | "delete">;

interface ClipStoreOptions {
  name?: string;
  /** Null outside secure contexts. */
  caches?: { open: (name: string) => Promise<ClipCache> } | null;
  storage?: Pick<StorageManager, "estimate"> | null;
}

/** Creates a clip store. The cache is opened on first use. */
export function createClipStore({
  name = STORE_NAME,
  caches = browserCaches(),
  storage = (globalThis.navigator?.storage as StorageManager | undefined) ?? null,
}: ClipStoreOptions = {}): ClipStore {
  /** Null if the browser provides no cache: insecure origin or blocked storage. */
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
      // An unreadable copy counts as missing.
      return null;
    }
  }

  async function findObstacle(bytes = 0): Promise<StoreFault | null> {
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

  async function put(src: string, { type, length, body }: ClipFile): Promise<StoreFault | null> {
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
  broken: ["clip-broken", "The clip is incomplete."],
  full: ["clips-full", "There is no room left for clips on this device."],
  unavailable: ["clips-unavailable", "This browser window does not let the studio keep clips."],
} as const;

/** The problem to report for a fault. */
export function storeProblem(fault: StoreFault): Problem {
  const [code, detail] = DETAILS[fault];
  return studioProblem(code, { detail, retryable: true });
}

/** The clip store of this browser. */
export const studioClips = createClipStore();
