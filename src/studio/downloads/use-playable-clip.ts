/** Connects React to what a media element plays. */
import { useEffect, useRef, useState } from "react";
import {
  firstSource,
  openPlayableClip,
  type PlayableClip,
  type PlayableSource,
} from "./playable-clip.ts";

export interface ClipPlayback {
  /** Null if there is nothing to show. */
  source: PlayableSource | null;
  /** Chooses again after a playback error: the server instead of a copy, or whatever there is by now. */
  chooseAgain(): void;
  /** Plays the whole file, because the element can't play the stream. */
  leaveStream(): void;
}

interface Choice {
  src: string | null;
  isServerWanted: boolean;
  /** How often the source was chosen again. */
  round: number;
  source: PlayableSource | null;
}

function choose(src: string | null, isServerWanted = false, round = 0): Choice {
  if (src === null) return { src, isServerWanted, round, source: null };
  // Loading in between makes a new media element, which loads anew.
  const again: PlayableSource = { kind: "loading", progress: null };
  return { src, isServerWanted, round, source: round > 0 ? again : firstSource(src, false) };
}

/** What to play of `src`. A copy that becomes available does not interrupt a clip that plays. */
export function usePlayableClip(src: string | null): ClipPlayback {
  const [choice, setChoice] = useState(() => choose(src));
  if (choice.src !== src) setChoice(choose(src));
  const playable = useRef<PlayableClip>(null);
  const { source, isServerWanted, round } = choice;

  useEffect(() => {
    if (src === null) return;
    const clip = openPlayableClip(src, { isServerWanted });
    playable.current = clip;
    const show = (next: PlayableSource) => {
      setChoice((now) => (now.src === src && now.round === round ? { ...now, source: next } : now));
    };
    const unsubscribe = clip.source.subscribe(show);
    show(clip.source.getState());
    return () => {
      unsubscribe();
      clip.end();
      playable.current = null;
    };
  }, [src, isServerWanted, round]);

  return {
    source,
    chooseAgain: () => setChoice(choose(src, source?.kind === "copy", round + 1)),
    leaveStream: () => playable.current?.leaveStream(),
  };
}
