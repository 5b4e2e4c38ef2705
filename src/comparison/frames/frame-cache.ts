/** Keeps decoded frames up to a byte budget, and evicts the one farthest from the playhead first. */

export interface FrameCache<Kept> {
  has(frame: number): boolean;
  get(frame: number): Kept | undefined;
  /** Whether the frame would be kept. */
  hasRoomFor(frame: number, bytes: number): boolean;
  /** Adds a frame and returns what was evicted; which is the frame itself if all others are nearer. */
  set(frame: number, kept: Kept, bytes: number): Kept[];
  readonly bytes: number;
  clear(): void;
}

/**
 * Creates a cache that calls `distanceOf` only when it is full. Among equal distances it evicts the least recently
 * used.
 */
export function createFrameCache<Kept>(
  budgetBytes: number,
  distanceOf: (frame: number) => number,
): FrameCache<Kept> {
  // Ordered by last use: a Map iterates in insertion order.
  const entries = new Map<number, { kept: Kept; bytes: number }>();
  let total = 0;

  function remove(frame: number): Kept[] {
    const entry = entries.get(frame);
    if (!entry) return [];
    entries.delete(frame);
    total -= entry.bytes;
    return [entry.kept];
  }

  function farthest(): { frame: number; distance: number } {
    const found = { frame: -1, distance: -1 };
    for (const frame of entries.keys()) {
      const distance = distanceOf(frame);
      if (distance > found.distance) Object.assign(found, { frame, distance });
    }
    return found;
  }

  return {
    has: (frame) => entries.has(frame),
    get(frame) {
      const entry = entries.get(frame);
      if (!entry) return undefined;
      entries.delete(frame);
      entries.set(frame, entry);
      return entry.kept;
    },
    hasRoomFor: (frame, bytes) =>
      total + bytes <= budgetBytes || entries.size === 0 || distanceOf(frame) < farthest().distance,
    set(frame, kept, bytes) {
      const gone = remove(frame);
      entries.set(frame, { kept, bytes });
      total += bytes;
      // Always keep one entry: a single frame may exceed the budget.
      while (total > budgetBytes && entries.size > 1) gone.push(...remove(farthest().frame));
      return gone;
    },
    get bytes() {
      return total;
    },
    clear() {
      entries.clear();
      total = 0;
    },
  };
}
