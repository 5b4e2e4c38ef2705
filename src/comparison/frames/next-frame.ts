/** Picks the frame to decode next. */

/** What a clip has, what it needs, and where its decoder is. */
export interface DecodingState {
  frameCount: number;
  /** The frames to have at full size, most urgent first. */
  wanted: readonly number[];
  isPlaying: boolean;
  /** Whether small sketches of all frames are made. */
  makesSketches: boolean;
  /** Whether a frame is neither available nor on its way. */
  isMissing(frame: number): boolean;
  lacksSketch(frame: number): boolean;
  /** Whether the decoder reaches a frame sooner by continuing than by restarting. */
  leadsTo(frame: number): boolean;
}

/** The most urgent frame to decode; null if everything needed is available. */
export function nextFrameToDecode(state: DecodingState): number | null {
  const { wanted, makesSketches, isMissing, leadsTo } = state;
  const first = wanted.findIndex(isMissing);
  if (first === -1) return nextFrameToSketch(state);
  // Decode distant frames only when they are on the way. Otherwise each step back would restart a group.
  if (first < wanted.length / 2 || !makesSketches) return wanted[first] ?? null;
  const onTheWay = wanted.find((frame) => isMissing(frame) && leadsTo(frame));
  return onTheWay ?? nextFrameToSketch(state);
}

/** The next frame to sketch: one on the way if possible. Playback needs the time, so there is none while playing. */
function nextFrameToSketch(state: DecodingState): number | null {
  if (!state.makesSketches || state.isPlaying) return null;
  let first: number | null = null;
  for (let frame = 0; frame < state.frameCount; frame += 1) {
    if (!state.lacksSketch(frame)) continue;
    if (state.leadsTo(frame)) return frame;
    first ??= frame;
  }
  return first;
}
