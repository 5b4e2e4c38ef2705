import * as common from "#messages/common.ts";
import * as messages from "#messages/result.ts";
import { allTakes } from "#messages/takes.ts";
import { riskOfPayingTwice } from "#studio/domain/life/entry-rules.ts";
import { outcomeOf } from "#studio/domain/life/entry-status.ts";
import { entryTimes } from "#studio/domain/life/entry-times.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { pairOf, takePlace } from "#studio/domain/life/pairs.ts";
import { compareHref, takesHref } from "#studio/domain/paths.ts";
import { formatMoment } from "#studio/format/dates.ts";
import { formatDuration } from "#studio/format/durations.ts";
import { useEntries } from "#studio/storage/library/use-library.ts";
import { Button } from "#studio/ui/buttons/button.tsx";
import { LinkButton } from "#studio/ui/buttons/link-button.tsx";
import { Cost, OtherUsage } from "./charges.tsx";
import { ClipDownloads } from "./clip-downloads.tsx";
import { ClipSavingNote } from "./clip-saving-note.tsx";
import { GenerateAgainButton } from "./generate-again-button.tsx";
import { ResultSection } from "./result-section.tsx";
import { type Row, Rows } from "./rows.tsx";
import { Settings } from "./settings.tsx";
import { SoundNote } from "./sound-note.tsx";
import { TechnicalDetails } from "./technical-details.tsx";

interface ResultPanelProps {
  entry: LibraryEntry;
  /** Puts the request back into the form. */
  onUseSettings: (entry: LibraryEntry) => void;
  /** Sends the same request again, as a new generation. */
  onGenerateAgain: (entry: LibraryEntry) => void;
  /** Requests clips that are not on this device. */
  onFetchAgain: (entry: LibraryEntry) => void;
}

/** All the details of a generation and its actions. */
export function ResultPanel({
  entry,
  onUseSettings,
  onGenerateAgain,
  onFetchAgain,
}: ResultPanelProps) {
  const entries = useEntries();
  const pair = pairOf(entry, entries);
  const place = takePlace(entry, entries);
  const { phase, request } = entry;
  const outcome = outcomeOf(entry);
  // A failure shows its own reason and its own actions.
  const hasFailed = outcome !== null && outcome !== "completed";
  return (
    <div className="grid gap-4 p-4">
      <Cost entry={entry} />
      <div className="flex flex-wrap gap-2 empty:hidden">
        <ClipDownloads entry={entry} />
        {pair && (
          <LinkButton href={compareHref(pair.std.id, pair.pro.id)}>{common.comparePair}</LinkButton>
        )}
        {place && entry.pairId !== null && (
          <LinkButton href={takesHref(entry.pairId)}>{allTakes}</LinkButton>
        )}
        {!hasFailed && <Button onClick={() => onUseSettings(entry)}>{common.useSettings}</Button>}
        {/* While it is unknown whether Kirin has the task, sending it again could charge twice. */}
        {!hasFailed && phase !== "sending" && riskOfPayingTwice(entry) === null && (
          <GenerateAgainButton request={request} onPress={() => onGenerateAgain(entry)} />
        )}
      </div>
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
