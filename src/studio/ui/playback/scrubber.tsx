import { type CSSProperties, useId } from "react";
import { Slider } from "#studio/ui/forms/slider.tsx";
import type { Playback } from "./playback.ts";
import { formatClock, type PlaybackLabels } from "./playback-labels.ts";
import type { PlaybackState } from "./playback-state.ts";

interface ScrubberProps {
  playback: Playback;
  state: PlaybackState;
  labels: PlaybackLabels;
}

/** Step of the slider while the frames are unknown. */
const HUNDREDTH_S = 0.01;

/**
 * The position in the clip: a native slider that counts in frames, so that an arrow key moves one frame. Until the
 * frames are known it counts in hundredths of a second and shows no frame number.
 */
export function Scrubber({ playback, state, labels }: ScrubberProps) {
  const id = useId();
  const { frame, frameCount, timeS, durationS } = state;
  const clock = formatClock(timeS);
  const isCounted = frame !== null && frameCount !== null;
  const value = isCounted ? frame : Math.round(timeS / HUNDREDTH_S);
  const last = isCounted ? frameCount - 1 : Math.round(durationS / HUNDREDTH_S);
  const style: CSSProperties & Record<"--filled", string> = {
    "--filled": `${last > 0 ? (value / last) * 100 : 0}%`,
  };
  return (
    <Slider
      id={id}
      label={labels.position}
      min={0}
      max={Math.max(last, 1)}
      step={1}
      value={value}
      valueText={isCounted ? labels.positionText(clock, frame + 1, frameCount) : clock}
      disabled={durationS === 0}
      onChange={({ currentTarget }) => {
        if (isCounted) playback.goToFrame(currentTarget.valueAsNumber);
        else playback.goToTime(currentTarget.valueAsNumber * HUNDREDTH_S);
      }}
      className="block pointer-coarse:h-11"
      style={style}
    />
  );
}
