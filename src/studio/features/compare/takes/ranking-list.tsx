/** The takes as a list, best first, that can be reordered. */
import { ArrowDown, ArrowUp, GripVertical } from "lucide-react";
import { useRef } from "react";
import type { SheetPlayer } from "#comparison/takes/sheet-player.ts";
import { resolveRequest } from "#kirin/request.ts";
import * as messages from "#messages/takes.ts";
import type { Take } from "#studio/domain/life/pairs.ts";
import { announce } from "#studio/ui/announcer.tsx";
import { Badge } from "#studio/ui/badge.tsx";
import { IconButton } from "#studio/ui/buttons/icon-button.tsx";
import { classes } from "#studio/ui/classes.ts";
import type { Groups } from "./blind-order.ts";
import { frameShape } from "./frame-shape.ts";
import { takeName } from "./take-names.ts";
import { TakePicture } from "./take-picture.tsx";
import { moveTake, type Placed } from "./takes-order.ts";
import { useDragOrder } from "./use-drag-order.ts";

interface RankingListProps {
  takes: readonly Take[];
  placed: readonly Placed[];
  /** Has the takes' pictures. */
  player: SheetPlayer | null;
  onOrder: (groups: Groups) => void;
}

/** Each row is dragged by its handle or moved by its buttons. */
export function RankingList({ takes, placed, player, onOrder }: RankingListProps) {
  const list = useRef<HTMLOListElement>(null);
  const { drag, handleProps } = useDragOrder(list, move);
  const rows = placed.flatMap((place) => {
    const take = takes.find(({ entry }) => entry.id === place.id);
    return take ? [{ ...place, take, name: takeName(take) }] : [];
  });
  const dragged = rows.find(({ id }) => id === drag?.id);
  const others = rows.filter((row) => row !== dragged);
  const shown = dragged && drag ? others.toSpliced(drag.to, 0, dragged) : rows;

  function move(id: string, to: number) {
    if (to < 0 || to >= placed.length) return;
    onOrder(moveTake(placed, id, to));
    const name = rows.find((row) => row.id === id)?.name;
    if (name !== undefined) announce(messages.moved(name, to + 1, placed.length));
  }

  return (
    <ol ref={list} className="grid max-w-md gap-1">
      {shown.map(({ id, rank, isTied, take, name }) => {
        const index = placed.findIndex((place) => place.id === id);
        return (
          <li
            key={id}
            data-id={id}
            className={classes(
              "flex items-center gap-1 rounded-6 bg-raised px-1 text-13 inset-ring inset-ring-line sm:gap-2",
              drag?.id === id && "inset-ring-2 inset-ring-ink shadow-lg",
            )}
          >
            <IconButton
              label={messages.drag(name)}
              // Keyboard users have the arrow buttons, so the handle is not a tab stop.
              tabIndex={-1}
              icon={<GripVertical size={16} />}
              className="cursor-grab touch-none text-muted active:cursor-grabbing"
              {...handleProps(id, index)}
            />
            <span className="w-5 text-center font-semibold tabular-nums">
              {rank === null ? messages.unranked : messages.ordinal(rank, isTied)}
            </span>
            <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1 py-1">
              <span aria-hidden="true" className="grid w-20 sm:place-items-center">
                <span
                  className="block overflow-hidden rounded-6 bg-stage"
                  style={frameShape(resolveRequest(take.entry.request).aspectRatio, "3rem")}
                >
                  {player && <TakePicture player={player} id={id} isStill />}
                </span>
              </span>
              <Badge tone={take.mode}>{name}</Badge>
            </span>
            <span className="flex">
              <IconButton
                label={messages.up(name)}
                icon={<ArrowUp size={16} />}
                // `aria-disabled` instead of `disabled`, so that the button keeps the focus at the end of the list.
                aria-disabled={index === 0}
                onClick={() => move(id, index - 1)}
              />
              <IconButton
                label={messages.down(name)}
                icon={<ArrowDown size={16} />}
                aria-disabled={index === placed.length - 1}
                onClick={() => move(id, index + 1)}
              />
            </span>
          </li>
        );
      })}
    </ol>
  );
}
