import { ChevronFirst, ChevronLast, Pause, Play, StepBack, StepForward } from "lucide-react";
import * as words from "#messages/compare-transport.ts";
import { IconButton } from "#studio/ui/buttons/icon-button.tsx";
import { ariaKeys } from "#studio/ui/shortcuts/shortcut.ts";
import type { Playing } from "../engine/comparison.ts";
import { titleWithKey } from "./title-with-key.ts";
import { TRANSPORT_SHORTCUTS as KEYS } from "./transport-shortcuts.ts";
import { useSelected } from "./use-selected.ts";

/** Buttons: first frame, previous frame, play or pause, next frame, last frame. */
export function PlayButtons({ comparison }: { comparison: Playing }) {
  const isPlaying = useSelected(comparison, (state) => state.isPlaying);
  const isReady = useSelected(comparison, (state) => state.isReady);
  const PlayIcon = isPlaying ? Pause : Play;
  const playLabel = isPlaying ? words.pause : words.play;
  return (
    <div className="flex items-center">
      <IconButton
        label={words.firstFrame}
        title={titleWithKey(words.firstFrame, KEYS.firstFrame)}
        aria-keyshortcuts={ariaKeys(KEYS.firstFrame)}
        icon={<ChevronFirst size={16} />}
        disabled={!isReady}
        onClick={() => comparison.goToFrame(0)}
      />
      <IconButton
        label={words.previousFrame}
        title={titleWithKey(words.previousFrame, KEYS.previousFrame)}
        aria-keyshortcuts={ariaKeys(KEYS.previousFrame)}
        icon={<StepBack size={16} />}
        disabled={!isReady}
        onClick={() => comparison.step(-1)}
      />
      <IconButton
        label={playLabel}
        title={titleWithKey(playLabel, KEYS.toggle)}
        aria-keyshortcuts={ariaKeys(KEYS.toggle)}
        icon={<PlayIcon size={20} fill="currentColor" strokeWidth={1} />}
        disabled={!isReady}
        onClick={() => comparison.toggle()}
      />
      <IconButton
        label={words.nextFrame}
        title={titleWithKey(words.nextFrame, KEYS.nextFrame)}
        aria-keyshortcuts={ariaKeys(KEYS.nextFrame)}
        icon={<StepForward size={16} />}
        disabled={!isReady}
        onClick={() => comparison.step(1)}
      />
      <IconButton
        label={words.lastFrame}
        title={titleWithKey(words.lastFrame, KEYS.lastFrame)}
        aria-keyshortcuts={ariaKeys(KEYS.lastFrame)}
        icon={<ChevronLast size={16} />}
        disabled={!isReady}
        onClick={() => comparison.goToFrame(comparison.getState().frameCount - 1)}
      />
    </div>
  );
}
