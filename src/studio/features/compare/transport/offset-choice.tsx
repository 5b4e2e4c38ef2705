import { Minus, Plus } from "lucide-react";
import type { Comparison } from "#comparison/engine/comparison.ts";
import * as messages from "#messages/compare-transport.ts";
import { useStore } from "#studio/store/use-store.ts";
import { IconButton } from "#studio/ui/buttons/icon-button.tsx";
import { ariaKeys } from "#studio/ui/shortcuts/shortcut.ts";
import { titleWithKey } from "../shared/title-with-key.ts";
import { TRANSPORT_SHORTCUTS as KEYS } from "../shortcuts/transport-shortcuts.ts";

/** Shifts the right clip against the left one frame by frame, and shows the current offset. */
export function OffsetChoice({ comparison, right }: { comparison: Comparison; right: string }) {
  const offset = useStore(comparison, (state) => state.offsetFrames);
  return (
    <fieldset aria-label={messages.offset(right)} className="flex min-w-0 items-center">
      <IconButton
        label={messages.offsetLess(right)}
        title={titleWithKey(messages.offsetLess(right), KEYS.offsetLess)}
        aria-keyshortcuts={ariaKeys(KEYS.offsetLess)}
        icon={<Minus size={16} />}
        onClick={() => comparison.setOffset(offset - 1)}
      />
      <IconButton
        label={messages.offsetMore(right)}
        title={titleWithKey(messages.offsetMore(right), KEYS.offsetMore)}
        aria-keyshortcuts={ariaKeys(KEYS.offsetMore)}
        icon={<Plus size={16} />}
        onClick={() => comparison.setOffset(offset + 1)}
      />
      {offset === 0 ? (
        <span className="px-1 text-12 whitespace-nowrap text-on-stage-muted @3xl:@max-6xl:sr-only">
          {messages.noOffset}
        </span>
      ) : (
        <button
          type="button"
          title={messages.offsetReset}
          onClick={() => comparison.setOffset(0)}
          className="flex h-8 min-w-0 items-center gap-x-1 rounded-6 px-1 text-12 whitespace-nowrap font-medium tabular-nums text-ink hover:bg-hover pointer-coarse:h-11"
        >
          <span className="max-w-32 truncate">{right}</span>
          <span>{messages.offsetBy(offset)}</span>
          <span className="sr-only">{messages.offsetReset}</span>
        </button>
      )}
    </fieldset>
  );
}
