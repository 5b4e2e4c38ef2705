import {
  Camera,
  Maximize,
  Minimize,
  Pause,
  Play,
  Repeat,
  StepBack,
  StepForward,
  Volume2,
  VolumeX,
} from "lucide-react";
import type { CSSProperties } from "react";
import { IconButton } from "#studio/ui/buttons/icon-button.tsx";
import { Slider } from "#studio/ui/forms/slider.tsx";
import { classes } from "../classes.ts";
import type { Playback } from "./playback.ts";
import { formatClock, type PlaybackLabels } from "./playback-labels.ts";
import type { PlaybackState } from "./playback-state.ts";
import { Scrubber } from "./scrubber.tsx";
import { SPEEDS } from "./settings/speeds.ts";

interface TransportProps {
  playback: Playback;
  state: PlaybackState;
  labels: PlaybackLabels;
  /** Without sound there is no mute button. */
  hasSound: boolean;
  /** False if the clip's frames can't be told apart. */
  canStep: boolean;
  /** Saves the picture that is shown. */
  saveFrame: () => void;
  isFullScreen: boolean;
  toggleFullScreen: (() => void) | undefined;
}

/** One bar with position, play, frame steps, time and frame number, speed, loop, sound and full screen. */
export function Transport(props: TransportProps) {
  const { playback, state, labels, hasSound, canStep, saveFrame, isFullScreen, toggleFullScreen } =
    props;
  const isUnknown = state.durationS === 0;
  return (
    <div className="px-3 pt-1 pb-2 text-on-stage">
      <Scrubber playback={playback} state={state} labels={labels} />
      <div className="flex flex-wrap items-center gap-x-1">
        <IconButton
          label={state.isPlaying ? labels.pause : labels.play}
          title={`${state.isPlaying ? labels.pause : labels.play} (K)`}
          aria-keyshortcuts="Space K"
          icon={
            state.isPlaying ? (
              <Pause size={20} fill="currentColor" strokeWidth={1} />
            ) : (
              <Play size={20} fill="currentColor" strokeWidth={1} />
            )
          }
          disabled={isUnknown}
          onClick={playback.toggle}
        />
        <IconButton
          label={labels.previousFrame}
          title={`${labels.previousFrame} (,)`}
          aria-keyshortcuts=","
          icon={<StepBack size={16} />}
          disabled={isUnknown || !canStep}
          onClick={() => playback.step(-1)}
        />
        <IconButton
          label={labels.nextFrame}
          title={`${labels.nextFrame} (.)`}
          aria-keyshortcuts="."
          icon={<StepForward size={16} />}
          disabled={isUnknown || !canStep}
          onClick={() => playback.step(1)}
        />
        <p
          className={classes(
            isUnknown && "invisible",
            "order-first flex basis-full justify-between gap-x-3 text-12 whitespace-nowrap tabular-nums text-on-stage-muted @md:order-none @md:ml-2 @md:basis-auto",
          )}
        >
          <span>
            <span className="text-on-stage">{formatClock(state.timeS)}</span>
            <span>{` / ${formatClock(state.durationS)}`}</span>
          </span>
          {state.frame !== null && state.frameCount !== null && (
            <span>{labels.frame(state.frame + 1, state.frameCount)}</span>
          )}
        </p>
        <div className="ml-auto flex items-center gap-x-1">
          <select
            aria-label={labels.speed}
            value={state.speed}
            onChange={(event) => playback.setSpeed(Number(event.currentTarget.value))}
            className="field-sizing-content h-8 rounded-6 bg-transparent px-1 text-12 tabular-nums hover:bg-hover @max-[19rem]:hidden pointer-coarse:h-11 pointer-coarse:min-w-11"
          >
            {SPEEDS.map((speed) => (
              <option key={speed} value={speed}>
                {labels.speedOf(speed)}
              </option>
            ))}
          </select>
          <IconButton
            label={labels.loop}
            aria-pressed={state.isLooping}
            icon={<Repeat size={16} />}
            onClick={() => playback.setLooping(!state.isLooping)}
          />
          {hasSound && <SoundTools playback={playback} state={state} labels={labels} />}
          {/* On a phone there is no room for it. */}
          <IconButton
            label={labels.saveFrame}
            icon={<Camera size={16} />}
            className="@max-md:hidden"
            disabled={isUnknown}
            onClick={saveFrame}
          />
          {toggleFullScreen && (
            <IconButton
              label={isFullScreen ? labels.leaveFullScreen : labels.enterFullScreen}
              title={`${isFullScreen ? labels.leaveFullScreen : labels.enterFullScreen} (F)`}
              aria-keyshortcuts="F"
              icon={isFullScreen ? <Minimize size={16} /> : <Maximize size={16} />}
              onClick={toggleFullScreen}
            />
          )}
        </div>
      </div>
    </div>
  );
}

/** Mute, and a volume slider if there is room. Phones have hardware keys for it. */
function SoundTools({
  playback,
  state,
  labels,
}: Pick<TransportProps, "playback" | "state" | "labels">) {
  const label = state.isMuted ? labels.unmute : labels.mute;
  const volume = state.isMuted ? 0 : Math.round(state.volume * 100);
  const style: CSSProperties & Record<"--filled", string> = { "--filled": `${volume}%` };
  return (
    <>
      <IconButton
        label={label}
        title={`${label} (M)`}
        aria-keyshortcuts="M"
        icon={volume === 0 ? <VolumeX size={16} /> : <Volume2 size={16} />}
        onClick={() => playback.setMuted(!state.isMuted)}
      />
      <span className="hidden w-16 @lg:pointer-fine:block">
        <Slider
          label={labels.volume}
          min={0}
          max={100}
          step={5}
          value={volume}
          valueText={`${volume}%`}
          onChange={({ currentTarget }) => playback.setVolume(currentTarget.valueAsNumber / 100)}
          className="block"
          style={style}
        />
      </span>
    </>
  );
}
