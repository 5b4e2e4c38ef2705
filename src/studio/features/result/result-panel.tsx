import * as messages from "#messages/result.ts";
import { entryTimes } from "#studio/domain/life/entry-times.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { takePlace } from "#studio/domain/life/pairs.ts";
import { formatMoment } from "#studio/format/dates.ts";
import { formatDuration } from "#studio/format/durations.ts";
import { useEntries } from "#studio/storage/library/use-library.ts";
import { Cost, OtherUsage } from "./charges.tsx";
import { ClipSavingNote } from "./clip-saving-note.tsx";
import { ResultActions, type ResultActionsProps } from "./result-actions.tsx";
import { ResultSection } from "./result-section.tsx";
import { type Row, Rows } from "./rows.tsx";
import { Settings } from "./settings.tsx";
import { SoundNote } from "./sound-note.tsx";
import { TechnicalDetails } from "./technical-details.tsx";

interface ResultPanelProps extends ResultActionsProps {
  /** Requests clips that are not on this device. */
  onFetchAgain: (entry: LibraryEntry) => void;
}

/** All the details of a generation and its actions. */
export function ResultPanel({
  entry,
  onUsePrompt,
  onUseSettings,
  onSaveFrame,
  onGenerateAgain,
  onFetchAgain,
}: ResultPanelProps) {
  const entries = useEntries();
  const place = takePlace(entry, entries);
  return (
    <div className="grid gap-4 p-4">
      <Cost entry={entry} />
      <ResultActions
        entry={entry}
        onUsePrompt={onUsePrompt}
        onUseSettings={onUseSettings}
        onSaveFrame={onSaveFrame}
        onGenerateAgain={onGenerateAgain}
      />
      <ClipSavingNote entry={entry} onFetchAgain={onFetchAgain} />
      <SoundNote entry={entry} />
      <Settings entry={entry} place={place} />
      <ResultSection title={messages.times}>
        <Rows items={timeRows(entry)} />
      </ResultSection>
      <OtherUsage entry={entry} />
      <TechnicalDetails entry={entry} />
    </div>
  );
}

/** Only the known times. */
function timeRows(entry: LibraryEntry): Row[] {
  const { waitedSeconds, renderedSeconds, totalSeconds } = entryTimes(entry);
  const lengths: [string, number | null][] = [
    [messages.queueTime, waitedSeconds],
    [messages.renderingTime, renderedSeconds],
    [messages.totalTime, totalSeconds],
  ];
  return [
    {
      label: messages.requestedAt,
      value: <time dateTime={entry.preparedAt}>{formatMoment(entry.preparedAt)}</time>,
    },
    ...lengths.flatMap(([label, seconds]) =>
      seconds === null ? [] : [{ label, value: formatDuration(seconds) }],
    ),
  ];
}
