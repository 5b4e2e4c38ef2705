import { useEffect, useState } from "react";
import { useLocation } from "wouter";
import { useFillForm } from "#studio/app/form-filling.tsx";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { generationHref } from "#studio/domain/paths.ts";
import type { OnGenerate } from "#studio/features/compose/use-submit.ts";
import { ResultBar } from "#studio/features/result/result-bar.tsx";
import { useEntries } from "#studio/storage/library/use-library.ts";
import { listShortcuts } from "#studio/ui/shortcuts/shortcut-sheet-store.ts";
import { SHORTCUT_AREA } from "#studio/ui/shortcuts/use-key-down.ts";
import { useShortcuts } from "#studio/ui/shortcuts/use-shortcuts.ts";
import { useMediaQuery } from "#studio/ui/use-media-query.ts";
import { useGenerateAgain } from "../use-generate-again.ts";
import { EntryStage } from "./entry-stage.tsx";
import { type Direction, neighbour } from "./neighbours.ts";
import { StageCaption } from "./stage-caption.tsx";
import { SHORTCUT_GROUPS, stageShortcuts } from "./stage-shortcuts.ts";
import { useClipTitle } from "./use-clip-title.ts";
import { useSwipe } from "./use-swipe.ts";

interface StageProps {
  entry: LibraryEntry;
  onGenerateAgain: OnGenerate;
  /** Null where the details are beside the stage. */
  onShowDetails: (() => void) | null;
}

/** Below this width the actions are under the title, because the details are a sheet. */
const PHONE = "(width < 48rem)";

const SHORTCUTS = Object.values(stageShortcuts);

/**
 * One generation in a frame of its ratio, with its title below. The frame and the title have the same place in every
 * state, so that the clip arrives without moving anything.
 */
export function Stage({ entry, onGenerateAgain, onShowDetails }: StageProps) {
  const [area, setArea] = useState<HTMLElement | null>(null);
  const [, navigate] = useLocation();
  const entries = useEntries();
  const fillForm = useFillForm();
  const handleGenerateAgain = useGenerateAgain(entry, onGenerateAgain);
  const isPhone = useMediaQuery(PHONE);
  const { external_task_id: _used, ...request } = entry.request;

  function goTo(direction: Direction) {
    const to = neighbour(entries, entry.id, direction);
    if (to) navigate(generationHref(to.id));
  }

  useClipTitle(entry);
  const swipe = useSwipe(goTo);
  useShortcuts(area, SHORTCUTS, { goTo });
  useEffect(() => listShortcuts(SHORTCUT_GROUPS), []);

  return (
    <div
      ref={setArea}
      {...SHORTCUT_AREA}
      {...swipe}
      className="grid min-w-0 touch-pan-y grid-cols-[minmax(0,1fr)] content-center-safe [--stage-max-height:56dvh] md:h-full md:overflow-y-auto md:[--stage-max-height:calc(100cqh-4.5rem)] md:[container-type:size]"
    >
      {/* On a phone the lowest frame leaves too little room for the text of a wait. */}
      <div className="grid min-h-60 min-w-0 grid-cols-[minmax(0,1fr)] md:min-h-0">
        <EntryStage entry={entry} onGenerateAgain={onGenerateAgain} />
      </div>
      <StageCaption
        entry={entry}
        hasNeighbour={{
          previous: neighbour(entries, entry.id, "previous") !== undefined,
          next: neighbour(entries, entry.id, "next") !== undefined,
        }}
        onGoTo={goTo}
        onShowDetails={onShowDetails}
      />
      {isPhone && onShowDetails && (
        <ResultBar
          entry={entry}
          onUseSettings={() => fillForm(request)}
          onGenerateAgain={() => void handleGenerateAgain()}
          onShowDetails={onShowDetails}
        />
      )}
    </div>
  );
}
