/** One generation in the library: its picture with its facts below. */
import { memo, type ReactNode, useState } from "react";
import { Link } from "wouter";
import { type ResolvedRequest, resolveRequest } from "#kirin/request.ts";
import * as common from "#messages/common.ts";
import { entryStatuses } from "#messages/entry-status.ts";
import * as messages from "#messages/library.ts";
import { isNew } from "#messages/notifications.ts";
import { allTakes, allTakesOf, takeOf } from "#messages/takes.ts";
import { isBeingSaved, mayBeOnDevice } from "#studio/domain/life/clip-saving.ts";
import { isUnseen } from "#studio/domain/life/entry-rules.ts";
import { type EntryStatus, entryStatus } from "#studio/domain/life/entry-status.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { pairOf, takePlace } from "#studio/domain/life/pairs.ts";
import { compareHref, generationHref, takesHref } from "#studio/domain/paths.ts";
import { costsOf } from "#studio/domain/usage/costs.ts";
import { formatMoment } from "#studio/format/dates.ts";
import { excerpt } from "#studio/format/excerpt.ts";
import { formatAmounts } from "#studio/format/money.ts";
import { useClipSource } from "#studio/storage/clips/use-clip-source.ts";
import { Badge } from "#studio/ui/badge.tsx";
import { promptBackground } from "#studio/ui/prompt-background.ts";
import { VideoFrame } from "#studio/ui/video-frame.tsx";
import { WinnerMark } from "./winner-mark.tsx";

interface LibraryCardProps {
  entry: LibraryEntry;
  /** All entries, to find the other half of a pair. */
  entries: readonly LibraryEntry[];
  /** Set while picking two clips: a click picks the card instead of opening it. */
  pick?: CardPick | undefined;
}

interface CardPick {
  /** 1-based position in the order of picking; null if not picked. */
  number: number | null;
  onToggle: () => void;
}

/**
 * A link to the generation, its facts, and a link to the comparison if it is part of a pair. Memoized, because the list
 * around it grows in steps.
 */
export const LibraryCard = memo(function LibraryCard({ entry, entries, pick }: LibraryCardProps) {
  const request = resolveRequest(entry.request);
  const status = entryStatus(entry);
  const pair = pairOf(entry, entries);
  const place = takePlace(entry, entries);
  const cost = formatAmounts(costsOf(entry));
  return (
    <article className="grid gap-2">
      <Face entry={entry} canBePicked={status === "completed"} pick={pick}>
        <Poster entry={entry} status={status} request={request} />
        <span dir="auto" className="line-clamp-2 text-14 wrap-anywhere group-hover:underline">
          {excerpt(request.prompt, 160)}
        </span>
      </Face>
      <div className="flex flex-wrap items-center gap-1.5 text-13">
        <Badge tone={request.mode}>{common.modes[request.mode]}</Badge>
        {place && <Badge>{takeOf(place.number, place.count)}</Badge>}
        <Badge>{common.seconds(request.durationSeconds)}</Badge>
        <Badge>{request.aspectRatio}</Badge>
        {request.sound && <Badge>{common.sound}</Badge>}
        {cost && <span className="ml-auto tabular-nums">{cost}</span>}
      </div>
      <WinnerMark entry={entry} entries={entries} />
      <p className="flex flex-wrap justify-end gap-x-3 text-12 text-muted tabular-nums">
        <time dateTime={entry.preparedAt} className="mr-auto">
          {formatMoment(entry.preparedAt)}
        </time>
        {place && entry.pairId !== null && (
          <Link
            href={takesHref(entry.pairId)}
            aria-label={allTakesOf(excerpt(request.prompt))}
            className="underline underline-offset-2 hover:text-ink"
          >
            {allTakes}
          </Link>
        )}
        {pair && (
          <Link
            href={compareHref(pair.std.id, pair.pro.id)}
            aria-label={messages.comparePairOf(excerpt(request.prompt))}
            className="underline underline-offset-2 hover:text-ink"
          >
            {common.comparePair}
          </Link>
        )}
      </p>
    </article>
  );
});

interface FaceProps {
  entry: LibraryEntry;
  canBePicked: boolean;
  pick: CardPick | undefined;
  children: ReactNode;
}

/** The clickable part: a link to the generation, or a toggle while picking. */
function Face({ entry, canBePicked, pick, children }: FaceProps) {
  if (pick === undefined) {
    return (
      <Link
        href={generationHref(entry.id)}
        className="group grid gap-2 rounded-6 -outline-offset-2"
      >
        {children}
      </Link>
    );
  }
  return (
    <button
      type="button"
      aria-pressed={pick.number !== null}
      disabled={!canBePicked}
      onClick={pick.onToggle}
      className="group relative grid gap-2 rounded-6 text-left -outline-offset-2 disabled:opacity-45"
    >
      {children}
      {pick.number !== null && (
        <span className="absolute inset-x-0 top-0 grid aspect-video justify-end rounded-6 p-2 outline-3 outline-ink inset-ring-2 inset-ring-paper">
          <span className="grid size-7 place-items-center rounded-full bg-ink text-14 font-semibold text-paper ring-2 ring-paper tabular-nums">
            {pick.number}
          </span>
        </span>
      )}
    </button>
  );
}

const PROBLEM_STATUSES: ReadonlySet<EntryStatus> = new Set([
  "failed",
  "refused",
  "never-arrived",
  "lost",
]);

interface PosterProps {
  entry: LibraryEntry;
  status: EntryStatus;
  request: ResolvedRequest;
}

/** A full frame of the clip on black. Until there is one, the prompt's colours and the status. */
function Poster({ entry, status, request }: PosterProps) {
  const [isNear, setIsNear] = useState(false);
  const clip = status === "completed" ? entry.generation?.clips[0] : undefined;
  const isWanted = isNear && !isBeingSaved(entry);
  const { url } = useClipSource((isWanted && clip?.src) || null, mayBeOnDevice(entry));
  const hasProblem = PROBLEM_STATUSES.has(status);
  return (
    <span className="relative grid aspect-video place-items-center overflow-hidden rounded-6 bg-stage scheme-dark">
      <span
        className="block h-full max-w-full overflow-hidden"
        style={{
          aspectRatio: request.aspectRatio.replace(":", " / "),
          background: promptBackground(request.prompt),
        }}
      >
        {clip && <VideoFrame src={url} onNear={setIsNear} />}
      </span>
      {isUnseen(entry) && (
        <span className="absolute top-2 left-2 grid">
          <Badge tone="new">{isNew}</Badge>
        </span>
      )}
      {status !== "completed" && (
        <span className="absolute inset-0 grid place-content-center">
          {hasProblem ? (
            <Badge tone="danger">{entryStatuses[status]}</Badge>
          ) : (
            <span className="text-13 font-medium text-on-stage">{entryStatuses[status]}</span>
          )}
        </span>
      )}
    </span>
  );
}
