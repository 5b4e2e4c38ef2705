import { ChevronLeft, ChevronRight } from "lucide-react";
import * as messages from "#messages/stage.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { Button } from "#studio/ui/buttons/button.tsx";
import { IconButton } from "#studio/ui/buttons/icon-button.tsx";
import { ariaKeys } from "#studio/ui/shortcuts/shortcut.ts";
import type { Direction } from "./neighbours.ts";
import { stageShortcuts } from "./stage-shortcuts.ts";

interface StageCaptionProps {
  entry: LibraryEntry;
  hasNeighbour: Readonly<Record<Direction, boolean>>;
  onGoTo: (direction: Direction) => void;
  /** Null where the details are beside the stage. */
  onShowDetails: (() => void) | null;
}

/** The prompt as the title of what is on the stage, and the way to its neighbours. As high in every state. */
export function StageCaption({ entry, hasNeighbour, onGoTo, onShowDetails }: StageCaptionProps) {
  const { prompt } = entry.request;
  return (
    <div className="flex h-18 min-w-0 items-start gap-2 px-4 pt-3 text-on-stage scheme-dark">
      <h2
        dir="auto"
        title={prompt}
        className="line-clamp-2 min-w-0 flex-1 text-16 font-medium wrap-anywhere"
      >
        {prompt}
      </h2>
      <div className="-mt-1 flex shrink-0 items-center gap-1 pointer-coarse:-mt-2">
        {/* On a phone it is an icon among the actions. */}
        {onShowDetails && (
          <Button aria-haspopup="dialog" className="max-md:hidden" onClick={onShowDetails}>
            {messages.showDetails}
          </Button>
        )}
        <IconButton
          label={messages.previousClip}
          aria-keyshortcuts={ariaKeys(stageShortcuts.previous)}
          icon={<ChevronLeft size={20} />}
          aria-disabled={!hasNeighbour.previous}
          onClick={() => onGoTo("previous")}
        />
        <IconButton
          label={messages.nextClip}
          aria-keyshortcuts={ariaKeys(stageShortcuts.next)}
          icon={<ChevronRight size={20} />}
          aria-disabled={!hasNeighbour.next}
          onClick={() => onGoTo("next")}
        />
      </div>
    </div>
  );
}
