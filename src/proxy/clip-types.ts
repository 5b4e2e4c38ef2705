/**
 * Remembers which addresses hold a video. A range from the middle of a file cannot be sniffed; without this memory each seek
 * of a player would cost a second request for the file's first bytes.
 */

const MAX_ADDRESSES = 256;

export interface ClipTypes {
  /** The media type found at an address, or null when it was not looked at. */
  get(address: string): string | null;
  /** Remembers a type. What is no video is not remembered: the next answer may be the clip. */
  set(address: string, type: string): void;
}

/** An empty memory; it forgets the oldest address first. */
export function createClipTypes(): ClipTypes {
  const types = new Map<string, string>();
  return {
    get: (address) => types.get(address) ?? null,
    set(address, type) {
      types.delete(address);
      // A Map keeps the order of insertion: the first key is the oldest.
      const [oldest] = types.keys();
      if (types.size >= MAX_ADDRESSES && oldest !== undefined) types.delete(oldest);
      types.set(address, type);
    },
  };
}
