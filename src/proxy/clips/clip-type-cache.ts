/**
 * Cache of the media type found at each clip URL. A range from the middle of a file cannot be sniffed, so
 * without the cache each seek would need a second request for the file's first bytes.
 */

const MAX_ADDRESSES = 256;

export interface ClipTypeCache {
  /** The media type found at a URL, or null when it is not cached. */
  get(address: string): string | null;
  /** Caches a type. A file that is not a video is not cached, because the next response may be the clip. */
  set(address: string, type: string): void;
}

/** Creates an empty cache that evicts the oldest URL first. */
export function createClipTypeCache(): ClipTypeCache {
  const types = new Map<string, string>();
  return {
    get: (address) => types.get(address) ?? null,
    set(address, type) {
      types.delete(address);
      // A Map iterates in insertion order, so the first key is the oldest.
      const [oldest] = types.keys();
      if (types.size >= MAX_ADDRESSES && oldest !== undefined) types.delete(oldest);
      types.set(address, type);
    },
  };
}
