/** One take on the sheet: its moving picture, or its status. */
import { Link } from "wouter";
import type { SheetPlayer } from "#comparison/takes/sheet-player.ts";
import { resolveRequest } from "#kirin/request.ts";
import { tryAgain } from "#messages/common.ts";
import { entryStatuses } from "#messages/entry-status.ts";
import * as messages from "#messages/takes.ts";
import { entryStatus } from "#studio/domain/life/entry-status.ts";
import type { Take } from "#studio/domain/life/pairs.ts";
import { generationHref } from "#studio/domain/paths.ts";
import { costsOf } from "#studio/domain/usage/costs.ts";
import { formatAmounts } from "#studio/format/money.ts";
import { Badge } from "#studio/ui/badge.tsx";
import { Button } from "#studio/ui/buttons/button.tsx";
import { promptBackground } from "#studio/ui/prompt-background.ts";
import { frameShape } from "./frame-shape.ts";
import { takeName } from "./take-names.ts";
import { TakePicture } from "./take-picture.tsx";
import type { TakeTrouble } from "./take-sheet.ts";
import type { Placed } from "./takes-order.ts";

interface TakeCardProps {
  take: Take;
  player: SheetPlayer;
  /** Undefined if not ranked. */
  placed: Placed | undefined;
  trouble: TakeTrouble | undefined;
  isPicked: boolean;
  onPick: () => void;
  onTryAgain: () => void;
}

/** The picture is a button that picks the take. Unfinished takes show their status instead. */
export function TakeCard(props: TakeCardProps) {
  const { take, player, placed, trouble, isPicked, onPick, onTryAgain } = props;
  const { entry, mode } = take;
  const name = takeName(take);
  const { aspectRatio, prompt } = resolveRequest(entry.request);
  const status = entryStatus(entry);
  const cost = formatAmounts(costsOf(entry));
  const shape = frameShape(aspectRatio, aspectRatio === "9:16" ? "44dvh" : "32dvh");
  const isShown = status === "completed" && trouble === undefined;
  return (
    <li className="grid min-w-0 content-start gap-1.5">
      {isShown ? (
        <button
          type="button"
          aria-label={messages.pick(name)}
          aria-pressed={isPicked}
          onClick={onPick}
          className="mx-auto block scroll-mb-36 cursor-pointer overflow-hidden rounded-6 bg-on-stage/10 outline-offset-2 aria-pressed:ring-2 aria-pressed:ring-ink"
          style={shape}
        >
          <TakePicture player={player} id={entry.id} />
        </button>
      ) : (
        <div
          className="mx-auto grid place-content-center gap-2 rounded-6 p-3 text-center text-13"
          style={{ ...shape, background: promptBackground(prompt) }}
        >
          <span className="rounded-6 bg-stage px-2 py-0.5">
            {trouble === undefined ? entryStatuses[status] : messages.notOpened[trouble]}
          </span>
          {trouble === "unread" && <Button onClick={onTryAgain}>{tryAgain}</Button>}
        </div>
      )}
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-12 text-on-stage-muted tabular-nums">
        {placed?.rank && (
          <span
            role="img"
            aria-label={messages.place(placed.rank, placed.isTied)}
            className="rounded-6 bg-ink px-1.5 font-semibold text-paper"
          >
            {messages.ordinal(placed.rank, placed.isTied)}
          </span>
        )}
        <Badge tone={mode}>{name}</Badge>
        {cost && <span>{cost}</span>}
        <Link
          href={generationHref(entry.id)}
          aria-label={messages.detailsOf(name)}
          className="ml-auto inline-flex min-h-6 scroll-mb-36 items-center justify-center underline underline-offset-2 hover:text-on-stage pointer-coarse:min-h-11 pointer-coarse:min-w-11"
        >
          {messages.details}
        </Link>
      </p>
    </li>
  );
}
