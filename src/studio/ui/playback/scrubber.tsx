import { type CSSProperties, useId } from "react";
import { Slider } from "../slider.tsx";
import type { Playback } from "./playback.ts";
import { formatClock, type PlaybackLabels } from "./playback-labels.ts";
import type { PlaybackState } from "./playback-state.ts";

interface ScrubberProps {
  playback: Playback;
  state: PlaybackState;
  labels: PlaybackLabels;
}

/** The position in the clip: a native slider that counts in frames, so that an arrow key is one frame. */
export function Scrubber({ playback, state, labels }: ScrubberProps) {
  const id = useId();
  const last = state.frameCount - 1;
  const style: CSSProperties & Record<"--filled", string> = {
    "--filled": `${last > 0 ? (state.frame / last) * 100 : 0}%`,
  };
  return (
    <Slider
      id={id}
      label={labels.position}
      min={0}
      max={Math.max(last, 1)}
      step={1}
      value={state.frame}
      valueText={labels.positionText(formatClock(state.timeS), state.frame + 1, state.frameCount)}
      disabled={state.durationS === 0}
      onChange={(event) => playback.goToFrame(event.currentTarget.valueAsNumber)}
      className="block pointer-coarse:h-11"
      style={style}
    />
  );
}
