/** Keeps what was decoded, up to so many bytes; what is farthest from the playhead goes first. */

export interface FrameCache<Kept> {
  has(frame: number): boolean;
  get(frame: number): Kept | undefined;
  /** Whether it would be kept. */
  hasRoomFor(frame: number, bytes: number): boolean;
  /** Keeps it, and gives back what had to go for it: itself, where all else is nearer. */
  set(frame: number, kept: Kept, bytes: number): Kept[];
  readonly bytes: number;
  clear(): void;
}

/** A cache that asks how far a frame is whenever there is no room. Of two as far, the one longest unused goes. */
export function createFrameCache<Kept>(
  budgetBytes: number,
  distanceOf: (frame: number) => number,
): FrameCache<Kept> {
  // In the order of their last use: a Map gives its keys as they were put in.
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
      // One stays in any case: a single frame may be more than there is room for.
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
