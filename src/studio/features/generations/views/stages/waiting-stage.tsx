/** The stage while Kirin works on a generation, or may be working on it. It shows only what is known. */
import { useQuery } from "@tanstack/react-query";
import { modes } from "#messages/common.ts";
import * as messages from "#messages/generations.ts";
import { configOptions } from "#studio/api/config.ts";
import { quoteOptions } from "#studio/api/quote.ts";
import { hasUnfinishedTask } from "#studio/domain/life/entry-rules.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { modeOf } from "#studio/domain/life/pairs.ts";
import { usualTime } from "#studio/domain/polling/usual-times.ts";
import { formatDuration, formatDurationRange } from "#studio/format/durations.ts";
import { formatQuote } from "#studio/format/money.ts";
import { useEntries } from "#studio/storage/library/use-library.ts";
import { Progress } from "#studio/ui/progress.tsx";
import { secondsSince, useNow } from "../use-now.ts";
import { NotifyOffer } from "./notify-offer.tsx";
import { StageFrame } from "./stage-frame.tsx";
import { WaitingActions } from "./waiting-actions.tsx";
import { WaitingStatus } from "./waiting-status.tsx";

// Three times the usual duration counts as unusual. Nothing is cancelled because of it.
const UNUSUAL_FACTOR = 3;

/** Fills the stage until a generation ends. */
export function WaitingStage({ entry }: { entry: LibraryEntry }) {
  const nowMs = useNow();
  // Time in the queue doesn't count as Kirin's rendering time.
  const startMs = Date.parse(entry.sentAt ?? entry.preparedAt);
  const elapsedSeconds = entry.jumpedAt === null ? secondsSince(startMs, nowMs) : null;
  const reported = hasUnfinishedTask(entry) ? entry.generation?.progress : null;
  return (
    <StageFrame
      label={messages.waitingRegion(modes[modeOf(entry)])}
      request={entry.request}
      className="justify-items-center gap-1.5 text-center text-balance"
    >
      <WaitingStatus entry={entry} nowMs={nowMs} />
      {elapsedSeconds !== null && (
        <p className="font-medium whitespace-nowrap tabular-nums">
          <span className="sr-only">{messages.elapsed} </span>
          <time role="timer" className="text-28">
            {formatDuration(elapsedSeconds)}
          </time>
        </p>
      )}
      {typeof reported === "number" && (
        <div className="grid w-full max-w-60 gap-1">
          <Progress label={messages.progress} value={reported} />
          <p className="text-12 tabular-nums">{messages.progressReported(reported)}</p>
        </div>
      )}
      <div className="text-13 tabular-nums">
        <Usual entry={entry} elapsedSeconds={elapsedSeconds} />
        <ExpectedCost entry={entry} />
      </div>
      <div className="mt-1 flex flex-wrap items-center justify-center gap-2">
        <WaitingActions entry={entry} />
        {hasUnfinishedTask(entry) && entry.isWatched && <NotifyOffer />}
      </div>
    </StageFrame>
  );
}

/** How long similar generations took, and the elapsed time of this one. */
function Usual({ entry, elapsedSeconds }: { entry: LibraryEntry; elapsedSeconds: number | null }) {
  const entries = useEntries();
  const config = useQuery(configOptions()).data;
  const usual = usualTime(entry.request, entries, config?.ok ? config.value.upstream : null);
  if (usual === null || entry.phase === "unknown") return null;
  const range = formatDurationRange(usual.lowSeconds, usual.highSeconds);
  const isUnusual = elapsedSeconds !== null && elapsedSeconds > UNUSUAL_FACTOR * usual.highSeconds;
  const say = isUnusual && entry.isWatched ? messages.unusual : messages.usual;
  return (
    <p>
      {elapsedSeconds === null
        ? messages.usualAlone(range)
        : say(range, formatDuration(elapsedSeconds))}
    </p>
  );
}

/** What it will cost when it is done. Empty while the price is unknown. */
function ExpectedCost({ entry }: { entry: LibraryEntry }) {
  const { data } = useQuery(quoteOptions(entry.request));
  const price = formatQuote(data?.ok === true ? data.value : null);
  return price !== null && <p>{messages.costsWhenDone(price)}</p>;
}
