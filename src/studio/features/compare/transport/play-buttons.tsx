import { ChevronFirst, ChevronLast, Pause, Play, StepBack, StepForward } from "lucide-react";
import type { Playing } from "#comparison/engine/comparison.ts";
import * as messages from "#messages/compare-transport.ts";
import { useStore } from "#studio/store/use-store.ts";
import { IconButton } from "#studio/ui/buttons/icon-button.tsx";
import { ariaKeys } from "#studio/ui/shortcuts/shortcut.ts";
import { titleWithKey } from "../shared/title-with-key.ts";
import { TRANSPORT_SHORTCUTS as KEYS } from "../shortcuts/transport-shortcuts.ts";

/** Buttons: first frame, previous frame, play or pause, next frame, last frame. */
export function PlayButtons({ comparison }: { comparison: Playing }) {
  const isPlaying = useStore(comparison, (state) => state.isPlaying);
  const isReady = useStore(comparison, (state) => state.isReady);
  const PlayIcon = isPlaying ? Pause : Play;
  const playLabel = isPlaying ? messages.pause : messages.play;
  return (
    <div className="flex items-center">
      <IconButton
        label={messages.firstFrame}
        title={titleWithKey(messages.firstFrame, KEYS.firstFrame)}
        aria-keyshortcuts={ariaKeys(KEYS.firstFrame)}
        icon={<ChevronFirst size={16} />}
        disabled={!isReady}
        onClick={() => comparison.goToFrame(0)}
      />
      <IconButton
        label={messages.previousFrame}
        title={titleWithKey(messages.previousFrame, KEYS.previousFrame)}
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
        label={messages.nextFrame}
        title={titleWithKey(messages.nextFrame, KEYS.nextFrame)}
        aria-keyshortcuts={ariaKeys(KEYS.nextFrame)}
        icon={<StepForward size={16} />}
        disabled={!isReady}
        onClick={() => comparison.step(1)}
      />
      <IconButton
        label={messages.lastFrame}
        title={titleWithKey(messages.lastFrame, KEYS.lastFrame)}
        aria-keyshortcuts={ariaKeys(KEYS.lastFrame)}
        icon={<ChevronLast size={16} />}
        disabled={!isReady}
        onClick={() => comparison.goToFrame(comparison.getState().frameCount - 1)}
      />
    </div>
  );
}
