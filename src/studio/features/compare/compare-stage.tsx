import { type ReactNode, useState } from "react";
import type { Clip } from "#contract/generation.ts";
import { resolveRequest } from "#kirin/request.ts";
import { outcomeOf } from "#studio/domain/entry-status.ts";
import type { LibraryEntry } from "#studio/domain/library-entry.ts";
import { announce } from "#studio/ui/announcer.tsx";
import { classes } from "#studio/ui/classes.ts";
import { Transport } from "#studio/ui/playback/transport.tsx";
import { useFullScreen } from "#studio/ui/playback/use-full-screen.ts";
import { usePlayback } from "#studio/ui/playback/use-playback.ts";
import { usePlaybackKeys } from "#studio/ui/playback/use-playback-keys.ts";
import { region as regionName, transportLabels } from "#words/player.ts";
import { CompareSide } from "./compare-side.tsx";

interface CompareStageProps {
  left: LibraryEntry;
  right: LibraryEntry;
  names: { left: string; right: string };
  /** Draws a generation that has no clip: its waiting, or its failure. */
  renderUnfinished: (entry: LibraryEntry) => ReactNode;
}

/** Two clips on one black stage, played by one transport, frame for frame. */
export function CompareStage({ left, right, names, renderUnfinished }: CompareStageProps) {
  const [region, setRegion] = useState<HTMLElement | null>(null);
  const [leftVideo, setLeftVideo] = useState<HTMLVideoElement | null>(null);
  const [rightVideo, setRightVideo] = useState<HTMLVideoElement | null>(null);
  const { playback, state } = usePlayback(leftVideo, rightVideo);
  const { isFull, toggle: toggleFullScreen } = useFullScreen(region);
  const requests = [resolveRequest(left.request), resolveRequest(right.request)];
  const hasSound = requests.some(({ sound }) => sound);
  const isPortrait = requests.every(({ aspectRatio }) => aspectRatio === "9:16");

  usePlaybackKeys(region, {
    playback,
    state,
    hasSound,
    toggleFullScreen,
    onStep() {
      const { frame, frameCount } = playback.getState();
      announce(transportLabels.frame(frame + 1, frameCount));
    },
  });

  function sideProps(entry: LibraryEntry) {
    const clip = clipOf(entry);
    return {
      entry,
      clip,
      isBuffering: state.isBuffering,
      onPress: playback.toggle,
      unfinished: clip ? null : renderUnfinished(entry),
    };
  }

  return (
    <section
      ref={setRegion}
      aria-label={regionName}
      className={classes(
        "@container flex flex-col justify-center bg-stage text-on-stage scheme-dark",
        isFull ? "[--stage-max-height:78dvh]" : "sm:[--stage-max-height:58dvh]",
        !isPortrait && "max-sm:[--stage-max-height:34dvh]",
      )}
    >
      <div
        className={classes(
          "grid gap-3 p-3",
          // Two upright clips fit side by side even on a phone; wide ones are stacked there.
          isPortrait && clipOf(left) && clipOf(right) ? "grid-cols-2" : "sm:grid-cols-2",
        )}
      >
        <CompareSide
          {...sideProps(left)}
          name={names.left}
          video={leftVideo}
          videoRef={setLeftVideo}
        />
        <CompareSide
          {...sideProps(right)}
          name={names.right}
          video={rightVideo}
          videoRef={setRightVideo}
        />
      </div>
      {(leftVideo || rightVideo) && (
        <Transport
          playback={playback}
          state={state}
          labels={transportLabels}
          hasSound={hasSound}
          isFullScreen={isFull}
          toggleFullScreen={toggleFullScreen}
        />
      )}
    </section>
  );
}

function clipOf(entry: LibraryEntry): Clip | null {
  return outcomeOf(entry) === "completed" ? (entry.generation?.clips[0] ?? null) : null;
}
