/** One generation in the dense list of the library. */
import { memo } from "react";
import { resolveRequest } from "#kirin/request.ts";
import * as common from "#messages/common.ts";
import { entryStatuses } from "#messages/entry-status.ts";
import { isNew } from "#messages/notifications.ts";
import { takeOf } from "#messages/takes.ts";
import { isUnseen } from "#studio/domain/life/entry-rules.ts";
import { entryStatus } from "#studio/domain/life/entry-status.ts";
import { takePlace } from "#studio/domain/life/pairs.ts";
import { costsOf } from "#studio/domain/usage/costs.ts";
import { WinnerMark } from "#studio/features/library/winner-mark.tsx";
import { formatMoment } from "#studio/format/dates.ts";
import { excerpt } from "#studio/format/excerpt.ts";
import { formatAmounts } from "#studio/format/money.ts";
import { Badge } from "#studio/ui/badge.tsx";
import { classes } from "#studio/ui/classes.ts";
import { Poster } from "./poster.tsx";
import { Face, FavouriteButton, RelationLinks, SelectBox, type TileProps } from "./tile-parts.tsx";

const PROMPT_CHARACTERS = 200;
const PICTURE_RATIO = 16 / 9;

/** Memoized, because the rows around it change while scrolling. */
export const ClipLine = memo(function ClipLine(props: TileProps) {
  const { entry, siblings, pictureHeight, isTabStop, isSelected, isSelecting } = props;
  const request = resolveRequest(entry.request);
  const status = entryStatus(entry);
  const place = takePlace(entry, siblings);
  const cost = formatAmounts(costsOf(entry));
  return (
    <article
      className={classes(
        "flex h-full items-center gap-2 border-b border-line",
        isSelected && "bg-pressed",
      )}
    >
      <span className={isSelecting ? undefined : "pointer-coarse:hidden"}>
        <SelectBox {...props} />
      </span>
      <Face {...props} className="flex h-full min-w-0 flex-1 items-center gap-3">
        <Poster
          entry={entry}
          width={Math.round(pictureHeight * PICTURE_RATIO)}
          height={pictureHeight}
          isPlain
        />
        <span className="grid min-w-0 flex-1 sm:flex sm:items-center sm:gap-3">
          <span className="flex min-w-0 flex-1 items-center gap-2">
            {isUnseen(entry) && <Badge tone="new">{isNew}</Badge>}
            {status !== "completed" && <LineStatus status={status} />}
            <span dir="auto" className="min-w-0 truncate text-13 group-hover:underline">
              {excerpt(request.prompt, PROMPT_CHARACTERS)}
            </span>
          </span>
          <span className="flex shrink-0 items-center gap-2 text-12 whitespace-nowrap text-muted tabular-nums">
            <span className="sm:w-17">
              <Badge tone={request.mode}>{common.modes[request.mode]}</Badge>
            </span>
            {place && <span>{takeOf(place.number, place.count)}</span>}
            <span className="sm:w-8">{common.seconds(request.durationSeconds)}</span>
            <span className="sm:w-9">{request.aspectRatio}</span>
            <span className="max-sm:empty:hidden sm:w-11">{request.sound && common.sound}</span>
            <span className="text-right text-ink sm:w-16">{cost}</span>
          </span>
        </span>
      </Face>
      <WinnerMark entry={entry} siblings={siblings} isShort />
      <time
        dateTime={entry.preparedAt}
        className="w-40 text-right text-12 text-muted tabular-nums max-lg:sr-only"
      >
        {formatMoment(entry.preparedAt)}
      </time>
      <span className={entry.favouriteAt === null ? "pointer-coarse:hidden" : undefined}>
        <FavouriteButton {...props} />
      </span>
      <span className="flex w-15 shrink-0 justify-end pointer-coarse:w-auto">
        <RelationLinks entry={entry} siblings={siblings} isTabStop={isTabStop} />
      </span>
    </article>
  );
});

function LineStatus({ status }: { status: ReturnType<typeof entryStatus> }) {
  const isProblem = ["failed", "refused", "never-arrived", "lost"].includes(status);
  return <Badge tone={isProblem ? "danger" : "neutral"}>{entryStatuses[status]}</Badge>;
}
