import * as common from "#messages/common.ts";
import * as messages from "#messages/result.ts";
import { allTakes } from "#messages/takes.ts";
import { riskOfPayingTwice } from "#studio/domain/life/entry-rules.ts";
import { outcomeOf } from "#studio/domain/life/entry-status.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { pairOf, takePlace } from "#studio/domain/life/pairs.ts";
import { compareHref, compareWithHref, takesHref } from "#studio/domain/paths.ts";
import { useEntries } from "#studio/storage/library/use-library.ts";
import { Button } from "#studio/ui/buttons/button.tsx";
import { LinkButton } from "#studio/ui/buttons/link-button.tsx";
import { ClipDownloads } from "./clip-downloads.tsx";
import { FavouriteButton } from "./favourite-button.tsx";
import { GenerateAgainButton } from "./generate-again-button.tsx";
import { MoreActions } from "./more-actions.tsx";

export interface ResultActionsProps {
  entry: LibraryEntry;
  /** Puts only the prompt into the form. */
  onUsePrompt: (entry: LibraryEntry) => void;
  /** Puts the whole request into the form. */
  onUseSettings: (entry: LibraryEntry) => void;
  /** Saves the picture that the player shows. Null while there is none. */
  onSaveFrame: (() => void) | null;
  /** Sends the same request again, as a new generation. */
  onGenerateAgain: (entry: LibraryEntry) => void;
}

/** What can be done with a generation, in rows of equal buttons. */
export function ResultActions(props: ResultActionsProps) {
  const { entry, onUsePrompt, onUseSettings, onSaveFrame, onGenerateAgain } = props;
  const entries = useEntries();
  const pair = pairOf(entry, entries);
  const place = takePlace(entry, entries);
  const { canReuse, canRepeat, hasClip } = actionsOf(entry);
  return (
    <div className="grid gap-2 empty:hidden">
      <div className="flex gap-2">
        <div className="flex flex-1 flex-wrap gap-2 *:flex-1 empty:hidden">
          <ClipDownloads entry={entry} />
          {hasClip && <FavouriteButton entry={entry} />}
          {pair ? (
            <LinkButton href={compareHref(pair.std.id, pair.pro.id)}>
              {common.comparePair}
            </LinkButton>
          ) : (
            hasClip && (
              <LinkButton href={compareWithHref(entry.id)}>{messages.compareWith}</LinkButton>
            )
          )}
          {place && entry.pairId !== null && (
            <LinkButton href={takesHref(entry.pairId)}>{allTakes}</LinkButton>
          )}
        </div>
        {hasClip && (
          <MoreActions entry={entry} onSaveFrame={onSaveFrame} canCompareWith={pair !== null} />
        )}
      </div>
      {canReuse && (
        <div className="flex flex-wrap gap-2 *:flex-1">
          <Button onClick={() => onUsePrompt(entry)}>{messages.usePrompt}</Button>
          <Button onClick={() => onUseSettings(entry)}>{common.useSettings}</Button>
        </div>
      )}
      {canRepeat && (
        <GenerateAgainButton request={entry.request} onPress={() => onGenerateAgain(entry)} />
      )}
    </div>
  );
}

/** Which actions make sense now. */
export function actionsOf(entry: LibraryEntry) {
  const outcome = outcomeOf(entry);
  // A failure shows its own reason and its own actions.
  const hasFailed = outcome !== null && outcome !== "completed";
  return {
    canReuse: !hasFailed,
    // While it is unknown whether Kirin has the task, sending it again could charge twice.
    canRepeat: !hasFailed && entry.phase !== "sending" && riskOfPayingTwice(entry) === null,
    hasClip: outcome === "completed" && (entry.generation?.clips.length ?? 0) > 0,
  };
}
