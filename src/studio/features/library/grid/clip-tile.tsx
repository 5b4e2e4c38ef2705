/** One generation in the grid of the library: its picture with two lines of text below. */
import { memo, type ReactNode } from "react";
import { resolveRequest } from "#kirin/request.ts";
import * as common from "#messages/common.ts";
import { takeOf } from "#messages/takes.ts";
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

/** Long enough for the widest tile. */
const PROMPT_CHARACTERS = 90;

/** Memoized, because the rows around it change while scrolling. */
export const ClipTile = memo(function ClipTile(props: TileProps) {
  const { entry, siblings, width, pictureHeight, isTabStop, isSelected, isSelecting } = props;
  const request = resolveRequest(entry.request);
  const place = takePlace(entry, siblings);
  const cost = formatAmounts(costsOf(entry));
  return (
    <article className="group/tile relative">
      <Face {...props} className="block w-full">
        <span className={classes("block rounded-6", isSelected && SELECTED)}>
          <Poster entry={entry} width={width} height={pictureHeight} />
        </span>
        <span dir="auto" className="mt-1 block truncate text-13 group-hover:underline">
          {excerpt(request.prompt, PROMPT_CHARACTERS)}
        </span>
      </Face>
      <div className="flex h-6 flex-wrap items-center gap-x-1.5 overflow-hidden text-12/6 whitespace-nowrap text-muted tabular-nums">
        <Badge tone={request.mode}>{common.modes[request.mode]}</Badge>
        <WinnerMark entry={entry} siblings={siblings} isShort />
        <span className="flex min-w-0 gap-1.5 overflow-hidden">
          {place && <span>{takeOf(place.number, place.count)}</span>}
          <span>{common.seconds(request.durationSeconds)}</span>
          <span className="sr-only">{request.aspectRatio}</span>
          {request.sound && <span>{common.sound}</span>}
        </span>
        {cost && <span className="ml-auto text-ink">{cost}</span>}
        <time dateTime={entry.preparedAt} className="sr-only">
          {formatMoment(entry.preparedAt)}
        </time>
      </div>
      <Corner
        className={classes(
          "top-1 left-1",
          isSelecting ? "opacity-100" : `${ON_HOVER} pointer-coarse:hidden`,
        )}
      >
        <SelectBox {...props} />
      </Corner>
      <Corner
        className={classes(
          "top-1 right-1",
          entry.favouriteAt === null && `${ON_HOVER} pointer-coarse:hidden`,
        )}
      >
        <FavouriteButton {...props} />
      </Corner>
      <div
        className="absolute right-1 flex rounded-6 bg-stage/75 text-on-stage scheme-dark empty:hidden opacity-0 group-focus-within/tile:opacity-100 group-hover/tile:opacity-100 pointer-coarse:hidden"
        style={{ top: pictureHeight - 32 }}
      >
        <RelationLinks entry={entry} siblings={siblings} isTabStop={isTabStop} />
      </div>
    </article>
  );
});

/** A ring of ink with a gap, which is visible on any picture. */
const SELECTED = "outline-3 -outline-offset-1 outline-ink inset-ring-2 inset-ring-paper";
const ON_HOVER = "opacity-0 group-focus-within/tile:opacity-100 group-hover/tile:opacity-100";

/** A control over the picture. */
function Corner({ className, children }: { className: string; children: ReactNode }) {
  return (
    <div className={classes("absolute rounded-6 bg-stage/75 text-on-stage scheme-dark", className)}>
      {children}
    </div>
  );
}
