import { type ReactNode, useEffect, useState } from "react";
import type { Clip } from "#contract/generation.ts";
import { type KirinRequest, resolveRequest } from "#kirin/request.ts";
import {
  clipChoice,
  clipName,
  picture,
  region as regionName,
  transportLabels,
} from "#messages/player.ts";
import { useClipFacts } from "#studio/downloads/use-clip-facts.ts";
import { usePlayableClip } from "#studio/downloads/use-playable-clip.ts";
import { preferences } from "#studio/preferences/preferences.ts";
import { announce } from "#studio/ui/announcer.tsx";
import { classes } from "#studio/ui/classes.ts";
import { SegmentedControl } from "#studio/ui/forms/segmented-control.tsx";
import { ClipFrame } from "#studio/ui/playback/clip-frame.tsx";
import { usePlaybackKeys } from "#studio/ui/playback/keys/use-playback-keys.ts";
import { Transport } from "#studio/ui/playback/transport.tsx";
import { useFullScreen } from "#studio/ui/playback/use-full-screen.ts";
import { useIdle } from "#studio/ui/playback/use-idle.ts";
import { usePlayback } from "#studio/ui/playback/use-playback.ts";
import { promptBackground } from "#studio/ui/prompt-background.ts";
import { listShortcuts } from "#studio/ui/shortcuts/shortcut-sheet-store.ts";
import { ClipFailure } from "./clip-failure.tsx";
import { LoadingNote } from "./loading-note.tsx";
import { PLAYER_SHORTCUTS } from "./player-shortcuts.ts";
import { useStreamFallback } from "./use-stream-fallback.ts";

interface PlayerProps {
  clips: readonly Clip[];
  request: KirinRequest;
  /** Reads the task again; the player then reloads the clip. */
  onRetry: () => unknown;
  /** Replaces the retry button once the clip has expired. Null until that is certain. */
  againAction?: ReactNode;
}

/**
 * Plays the clips of one generation on black, with a transport that steps frame by frame. The controls overlap the
 * picture only in full screen.
 */
export function Player(props: PlayerProps) {
  const { clips, request, onRetry, againAction = null } = props;
  const [region, setRegion] = useState<HTMLElement | null>(null);
  const [video, setVideo] = useState<HTMLVideoElement | null>(null);
  const [chosenIndex, setChosenIndex] = useState<number | null>(null);
  const clip = clips.find(({ index }) => index === chosenIndex) ?? clips[0];
  const { source, chooseAgain, leaveStream } = usePlayableClip(clip?.src ?? null);
  const [isLoaded, setIsLoaded] = useState(false);
  const facts = useClipFacts(clip?.src ?? null, isLoaded);
  const { playback, state } = usePlayback(video, preferences, facts ?? null);
  if (!isLoaded && state.durationS > 0) setIsLoaded(true);
  const failure = useStreamFallback(video, { clip: clip?.src, source, state, leaveStream });
  const { isFull, toggle: toggleFullScreen } = useFullScreen(region, video);
  const isIdle = useIdle(region, isFull && state.isPlaying);
  const { sound: isSoundWanted, aspectRatio } = resolveRequest(request);
  const hasSound = facts ? facts.sound !== "none" : isSoundWanted;

  usePlaybackKeys(region, {
    playback,
    state,
    hasSound,
    toggleFullScreen,
    onStep() {
      const { frame, frameCount } = playback.getState();
      if (frame !== null && frameCount !== null) {
        announce(transportLabels.frame(frame + 1, frameCount), "frame");
      }
    },
  });

  useEffect(() => listShortcuts(PLAYER_SHORTCUTS), []);

  if (!clip) return null;

  async function handleRetry() {
    await onRetry();
    chooseAgain();
  }

  return (
    <section
      ref={setRegion}
      aria-label={regionName}
      className={classes(
        "group @container relative isolate flex min-h-full flex-col overflow-hidden bg-stage scheme-dark",
        // On a narrow screen the controls stay above the tab bar, even in a low window.
        isFull
          ? "[--stage-max-height:100dvh]"
          : "[--stage-max-height:min(68dvh,calc(100dvh-10rem-var(--tab-bar)))]",
        isIdle && "cursor-none",
      )}
    >
      {/* Beside the details the picture fills the stage's height. On a narrow screen it has its own height. */}
      <div className="grid flex-auto content-center lg:h-60 lg:[--stage-max-height:100cqh] lg:[container-type:size]">
        <ClipFrame
          src={source && "url" in source ? source.url : null}
          isStream={source?.kind === "stream"}
          ratio={aspectRatio}
          background={promptBackground(request.prompt)}
          label={picture(request.prompt)}
          videoRef={setVideo}
          isBuffering={state.isBuffering}
          onPress={playback.toggle}
          note={source?.kind === "loading" && <LoadingNote progress={source.progress} />}
          failure={
            failure && (
              <ClipFailure
                src={clip.src}
                failure={failure}
                againAction={againAction}
                onRetry={handleRetry}
              />
            )
          }
        />
      </div>
      <div
        className={classes(
          "transition-opacity duration-150",
          isFull && "absolute inset-x-0 bottom-0 bg-scrim",
          isFull && isIdle && "opacity-0",
          !isFull &&
            state.isPlaying &&
            "pointer-fine:opacity-0 group-hover:opacity-100 group-has-focus-visible:opacity-100",
        )}
      >
        {!failure && (
          <Transport
            playback={playback}
            state={state}
            labels={transportLabels}
            hasSound={hasSound}
            canStep={facts !== null}
            isFullScreen={isFull}
            toggleFullScreen={toggleFullScreen}
          />
        )}
        {clips.length > 1 && (
          <div className="px-3 pb-3 text-on-stage">
            <SegmentedControl
              legend={clipChoice}
              segments={clips.map(({ index }, position) => ({
                value: String(index),
                label: clipName(position + 1),
              }))}
              value={String(clip.index)}
              onChange={(value) => setChosenIndex(Number(value))}
            />
          </div>
        )}
      </div>
    </section>
  );
}
