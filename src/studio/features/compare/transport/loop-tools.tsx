import { Repeat, X } from "lucide-react";
import type { Playing } from "#comparison/engine/comparison.ts";
import * as messages from "#messages/compare-transport.ts";
import { useStore } from "#studio/store/use-store.ts";
import { IconButton } from "#studio/ui/buttons/icon-button.tsx";
import { ariaKeys } from "#studio/ui/shortcuts/shortcut.ts";
import { titleWithKey } from "../shared/title-with-key.ts";
import { TRANSPORT_SHORTCUTS as KEYS, markHere } from "../shortcuts/transport-shortcuts.ts";

interface MarkToolsProps {
  comparison: Playing;
  /** Labels the marks with brackets, because a blind comparison calls the sides A and B. */
  isBlind?: boolean;
}

/** Switches looping on and off. */
export function LoopButton({ comparison }: { comparison: Playing }) {
  const isLooping = useStore(comparison, (state) => state.isLooping);
  return (
    <IconButton
      label={messages.loop}
      title={titleWithKey(messages.loop, KEYS.loop)}
      aria-keyshortcuts={ariaKeys(KEYS.loop)}
      aria-pressed={isLooping}
      icon={<Repeat size={16} />}
      onClick={() => comparison.setLooping(!isLooping)}
    />
  );
}

/** Sets and clears the two loop marks. */
export function MarkTools({ comparison, isBlind = false }: MarkToolsProps) {
  const marks = messages.marks(isBlind);
  const isReady = useStore(comparison, (state) => state.isReady);
  const hasRegion = useStore(comparison, (state) => state.region !== null);
  return (
    <div className="flex items-center">
      <IconButton
        label={marks.setStart}
        title={titleWithKey(marks.setStart, KEYS.markStart)}
        aria-keyshortcuts={ariaKeys(KEYS.markStart)}
        disabled={!isReady}
        icon={<MarkIcon letter={marks.start} />}
        onClick={() => markHere(comparison, "start")}
      />
      <IconButton
        label={marks.setEnd}
        title={titleWithKey(marks.setEnd, KEYS.markEnd)}
        aria-keyshortcuts={ariaKeys(KEYS.markEnd)}
        disabled={!isReady}
        icon={<MarkIcon letter={marks.end} />}
        onClick={() => markHere(comparison, "end")}
      />
      <IconButton
        label={messages.clearMarks}
        title={titleWithKey(messages.clearMarks, KEYS.clearMarks)}
        aria-keyshortcuts={ariaKeys(KEYS.clearMarks)}
        icon={<X size={16} />}
        // `aria-disabled` instead of `disabled`, so that the button keeps the focus once the marks are cleared.
        aria-disabled={!hasRegion}
        onClick={() => comparison.setRegion(null)}
      />
    </div>
  );
}

function MarkIcon({ letter }: { letter: string }) {
  return <span className="text-13 font-semibold">{letter}</span>;
}
