/** The sheet itself: all takes on the stage in step, or two of them blind, and below it their order. */
import { useState } from "react";
import { resolveRequest } from "#kirin/request.ts";
import type { Take } from "#studio/domain/pairs.ts";
import { announce } from "#studio/ui/announcer.tsx";
import * as words from "#words/takes.ts";
import { clipOf } from "../sides/choose-sides.ts";
import { blindOrder } from "./blind-order.ts";
import { BlindRanking } from "./blind-ranking.tsx";
import { PickedBar } from "./picked-bar.tsx";
import { RankingPanel } from "./ranking-panel.tsx";
import { keepRanking, useRanking } from "./ranking-store.ts";
import { SheetTransport } from "./sheet-transport.tsx";
import { TakeRows } from "./take-rows.tsx";
import { placeTakes } from "./takes-order.ts";
import { useTakeSheet } from "./use-take-sheet.ts";

interface TakeBoardProps {
  pairId: string;
  takes: readonly Take[];
}

/** Everything of one press. */
export function TakeBoard({ pairId, takes }: TakeBoardProps) {
  const { sheet, troubles, tryAgain } = useTakeSheet(takes);
  const { ranking, isUnsaved } = useRanking(pairId);
  const [pickedIds, setPickedIds] = useState<readonly string[]>([]);
  const [isBlind, setIsBlind] = useState(false);
  const finished = takes.filter(({ entry }) => clipOf(entry) && !troubles.has(entry.id));
  const ids = finished.map(({ entry }) => entry.id);
  const groups = ranking?.groups ?? [];
  const placed = placeTakes(ids, groups);
  const matches = ranking?.matches ?? [];
  const { next } = blindOrder(ids, matches);
  const ratio = takes[0] && resolveRequest(takes[0].entry.request).aspectRatio;
  const player = sheet?.player;

  function handleAnswers(answers: typeof matches) {
    const order = blindOrder(ids, answers);
    keepRanking(pairId, order.groups ?? groups, answers);
    if (order.groups === null) return;
    setIsBlind(false);
    announce(words.blindDone);
  }

  function handlePick(id: string) {
    setPickedIds((before) =>
      before.includes(id) ? before.filter((one) => one !== id) : [...before, id].slice(-2),
    );
  }

  return (
    <>
      <div className="grid gap-3 bg-stage px-4 py-4 text-on-stage scheme-dark sm:px-6">
        {player && isBlind && next && ratio && (
          <BlindRanking
            player={player}
            next={next}
            matches={matches}
            count={ids.length}
            ratio={ratio}
            onAnswer={handleAnswers}
            onStop={() => setIsBlind(false)}
          />
        )}
        {player && !isBlind && (
          <TakeRows
            takes={takes}
            player={player}
            placed={placed}
            troubles={troubles}
            pickedIds={pickedIds}
            onPick={handlePick}
            onTryAgain={tryAgain}
          />
        )}
        {player && ids.length > 0 && <SheetTransport player={player} />}
        {!isBlind && ids.length > 1 && (
          <PickedBar
            picked={pickedIds.flatMap((id) => takes.find(({ entry }) => entry.id === id) ?? [])}
            onClear={() => setPickedIds([])}
          />
        )}
      </div>
      {!isBlind && (
        <RankingPanel
          takes={finished}
          ranking={ranking}
          placed={placed}
          isUnsaved={isUnsaved}
          onOrder={(order) => keepRanking(pairId, order, [])}
          onBlind={(isAnew) => {
            if (isAnew) keepRanking(pairId, groups, []);
            setIsBlind(true);
          }}
        />
      )}
    </>
  );
}
