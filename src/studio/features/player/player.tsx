import { type ReactNode, useEffect, useRef, useState } from "react";
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
import { quietAtFirst } from "#studio/ui/playback/settings/quiet-settings.ts";
import { Transport } from "#studio/ui/playback/transport.tsx";
import { useFullScreen } from "#studio/ui/playback/use-full-screen.ts";
import { useIdle } from "#studio/ui/playback/use-idle.ts";
import { usePlayback } from "#studio/ui/playback/use-playback.ts";
import { promptBackground } from "#studio/ui/prompt-background.ts";
import { listShortcuts } from "#studio/ui/shortcuts/shortcut-sheet-store.ts";
import { ClipFailure } from "./clip-failure.tsx";
import { LoadingNote } from "./loading-note.tsx";
import { PLAYER_SHORTCUTS } from "./player-shortcuts.ts";
import { frameFileName, saveFrame } from "./save-frame.ts";
import { useStreamFallback } from "./use-stream-fallback.ts";

interface PlayerProps {
  clips: readonly Clip[];
  request: KirinRequest;
  /** Reads the task again; the player then reloads the clip. */
  onRetry: () => unknown;
  /** Replaces the retry button once the clip has expired. Null until that is certain. */
  againAction?: ReactNode;
  /** The name of the clip's file, from which a saved frame gets its own. */
  fileName: string;
  /** Whether clips play by themselves, without sound. Fixed when the player is mounted. */
  isAutoPlaying?: boolean;
  /** Called with the video element once it is there, and with null when it goes. */
  onVideo?: (video: HTMLVideoElement | null) => void;
}

/**
 * Plays the clips of one generation, with a transport that steps frame by frame. The controls are over the picture. They
 * hide while the clip plays and nothing happens, never while one has the keyboard's focus.
 */
export function Player(props: PlayerProps) {
  const { clips, request, fileName, onRetry, againAction = null, isAutoPlaying = false } = props;
  const { onVideo } = props;
  const [region, setRegion] = useState<HTMLElement | null>(null);
  const [video, setVideo] = useState<HTMLVideoElement | null>(null);
  const [chosenIndex, setChosenIndex] = useState<number | null>(null);
  const clip = clips.find(({ index }) => index === chosenIndex) ?? clips[0];
  const { source, chooseAgain, leaveStream } = usePlayableClip(clip?.src ?? null);
  const [isLoaded, setIsLoaded] = useState(false);
  const facts = useClipFacts(clip?.src ?? null, isLoaded);
  const [settings] = useState(() => (isAutoPlaying ? quietAtFirst(preferences) : preferences));
  const { playback, state } = usePlayback(video, settings, facts ?? null);
  if (!isLoaded && state.durationS > 0) setIsLoaded(true);
  const failure = useStreamFallback(video, { clip: clip?.src, source, state, leaveStream });
  const { isFull, toggle: toggleFullScreen } = useFullScreen(region, video);
  const isIdle = useIdle(region, state.isPlaying);
  const wasIdle = useRef(false);
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

  useEffect(() => {
    if (isAutoPlaying && video) playback.play();
  }, [isAutoPlaying, video, playback]);

  useEffect(() => {
    onVideo?.(video);
    return () => onVideo?.(null);
  }, [onVideo, video]);

  if (!clip) return null;

  /** The first touch only brings the controls back. */
  function handlePress() {
    if (!wasIdle.current) playback.toggle();
  }

  async function handleRetry() {
    await onRetry();
    chooseAgain();
  }

  return (
    <section
      ref={setRegion}
      aria-label={regionName}
      onPointerDownCapture={({ pointerType }) => {
        wasIdle.current = isIdle && pointerType !== "mouse";
      }}
      className={classes(
        "group @container relative isolate grid min-w-0 grid-cols-[minmax(0,1fr)] overflow-hidden bg-stage scheme-dark",
        isFull && "[--stage-max-height:100dvh]",
        isIdle && "cursor-none",
      )}
    >
      <ClipFrame
        src={source && "url" in source ? source.url : null}
        isStream={source?.kind === "stream"}
        ratio={aspectRatio}
        background={promptBackground(request.prompt)}
        label={picture(request.prompt)}
        videoRef={setVideo}
        isBuffering={state.isBuffering}
        onPress={handlePress}
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
      <div
        data-controls=""
        className={classes(
          "absolute inset-x-0 bottom-0 transition-opacity duration-150",
          !failure && "bg-linear-to-t from-stage/85 via-stage/60 to-transparent pt-6",
          isIdle &&
            "not-group-has-focus-visible:pointer-events-none not-group-has-focus-visible:opacity-0",
        )}
      >
        {clips.length > 1 && (
          <div className="px-3 text-on-stage">
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
        {!failure && (
          <Transport
            playback={playback}
            state={state}
            labels={transportLabels}
            hasSound={hasSound}
            canStep={facts !== null}
            saveFrame={() => video && void saveFrame(video, frameFileName(fileName, state.frame))}
            isFullScreen={isFull}
            toggleFullScreen={toggleFullScreen}
          />
        )}
      </div>
    </section>
  );
}
