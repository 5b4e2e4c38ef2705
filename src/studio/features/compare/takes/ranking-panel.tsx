import { useEffect, useRef } from "react";
import type { SheetPlayer } from "#comparison/takes/sheet-player.ts";
import { tryAgain } from "#messages/common.ts";
import * as messages from "#messages/takes.ts";
import type { Ranking } from "#studio/domain/judging/judgement.ts";
import { modeOf, type Take } from "#studio/domain/life/pairs.ts";
import { studioJudgements } from "#studio/storage/judgements/studio-judgements.ts";
import { Button } from "#studio/ui/buttons/button.tsx";
import { blindOrder, type Groups } from "./blind-order.ts";
import { RankingList } from "./ranking-list.tsx";
import { countModeWins, type Placed } from "./takes-order.ts";

interface RankingPanelProps {
  /** Finished takes only. */
  takes: readonly Take[];
  ranking: Ranking | null;
  placed: readonly Placed[];
  /** Has the takes' pictures; null while they are not open. */
  player: SheetPlayer | null;
  isUnsaved: boolean;
  /** Takes the focus when it appears, after the questions that had it. */
  takesFocus: boolean;
  onOrder: (groups: Groups) => void;
  /** Starts or continues the blind ranking. `startsOver` discards the answers so far. */
  onBlind: (startsOver: boolean) => void;
}

/** The ranking of the takes, its summary by mode, and the ways to change it. */
export function RankingPanel(props: RankingPanelProps) {
  const { takes, ranking, placed, player, isUnsaved, takesFocus, onOrder, onBlind } = props;
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (takesFocus) section.current?.focus();
  }, [takesFocus]);
  const matches = ranking?.matches ?? [];
  const ids = takes.map(({ entry }) => entry.id);
  const isBlind = matches.length > 0;
  const isInProgress = isBlind && blindOrder(ids, matches).next !== null;
  const modes = new Map(takes.map(({ entry }) => [entry.id, modeOf(entry)]));
  const met = countModeWins(placed, (id) => modes.get(id) ?? "std");
  return (
    <section
      ref={section}
      tabIndex={-1}
      aria-label={messages.ranking}
      className="grid gap-3 px-4 py-5 -outline-offset-2 sm:px-6"
    >
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="mr-auto text-16 font-semibold">{messages.ranking}</h2>
        {ids.length > 1 && (
          <Button onClick={() => onBlind(!isInProgress)}>
            {isInProgress
              ? messages.continueBlind
              : isBlind
                ? messages.rankBlindAgain
                : messages.rankBlind}
          </Button>
        )}
      </div>
      {ids.length < 2 ? (
        <p className="text-13 text-muted">{messages.tooFew}</p>
      ) : (
        <>
          <p className="text-13 text-muted">
            {isBlind && !isInProgress ? messages.rankedBlind : messages.rankingHint}
          </p>
          <div className="grid items-start gap-x-8 gap-y-3 lg:grid-cols-[28rem_minmax(0,1fr)]">
            <RankingList takes={takes} placed={placed} player={player} onOrder={onOrder} />
            {met.std + met.pro + met.equal > 0 && (
              <p className="max-w-prose text-14 text-pretty">{messages.crossModeTally(met)}</p>
            )}
          </div>
          {isUnsaved && (
            <p role="alert" className="flex flex-wrap items-center gap-3 text-13 text-danger">
              {messages.notSaved}
              <Button onClick={() => void studioJudgements.tryAgain()}>{tryAgain}</Button>
            </p>
          )}
        </>
      )}
    </section>
  );
}
