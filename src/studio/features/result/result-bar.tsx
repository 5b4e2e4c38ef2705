import { Columns2, Info, RotateCcw } from "lucide-react";
import { Link } from "wouter";
import * as common from "#messages/common.ts";
import * as messages from "#messages/result.ts";
import { pairOf } from "#studio/domain/life/pairs.ts";
import { compareHref, compareWithHref } from "#studio/domain/paths.ts";
import { useEntries } from "#studio/storage/library/use-library.ts";
import { IconButton } from "#studio/ui/buttons/icon-button.tsx";
import { ClipDownloads } from "./clip-downloads.tsx";
import { FavouriteButton } from "./favourite-button.tsx";
import { GenerateAgainButton } from "./generate-again-button.tsx";
import { actionsOf, type ResultActionsProps } from "./result-actions.tsx";

interface ResultBarProps extends Omit<ResultActionsProps, "onUsePrompt" | "onSaveFrame"> {
  onShowDetails: () => void;
}

/** The actions of a generation on a phone, as icons in one row of the same height in every state. */
export function ResultBar(props: ResultBarProps) {
  const { entry, onUseSettings, onGenerateAgain, onShowDetails } = props;
  const pair = pairOf(entry, useEntries());
  const { canReuse, canRepeat, hasClip } = actionsOf(entry);
  const compareLabel = pair ? common.comparePair : messages.compareWith;
  return (
    <div className="flex h-14 items-center gap-1 px-2 text-on-stage scheme-dark">
      <ClipDownloads entry={entry} isIcon />
      {hasClip && <FavouriteButton entry={entry} isIcon />}
      {(pair || hasClip) && (
        <Link
          href={pair ? compareHref(pair.std.id, pair.pro.id) : compareWithHref(entry.id)}
          aria-label={compareLabel}
          title={compareLabel}
          className="inline-grid size-11 place-items-center rounded-6 hover:bg-hover"
        >
          <Columns2 size={18} />
        </Link>
      )}
      {canReuse && (
        <IconButton
          label={common.useSettings}
          icon={<RotateCcw size={18} />}
          className="size-11"
          onClick={() => onUseSettings(entry)}
        />
      )}
      <IconButton
        label={messages.showDetails}
        icon={<Info size={18} />}
        aria-haspopup="dialog"
        className="size-11"
        onClick={onShowDetails}
      />
      {/* On the narrowest phones it is only among the details. */}
      {canRepeat && (
        <GenerateAgainButton
          request={entry.request}
          className="ml-auto min-h-11 max-[22.5rem]:hidden"
          onPress={() => onGenerateAgain(entry)}
        />
      )}
    </div>
  );
}
