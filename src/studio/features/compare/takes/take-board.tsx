/** The takes of one press: played in step, or compared blind two at a time, and their ranking below. */
import { useState } from "react";
import * as messages from "#messages/takes.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import type { Take } from "#studio/domain/life/pairs.ts";
import { announce } from "#studio/ui/announcer.tsx";
import { SHORTCUT_AREA } from "#studio/ui/shortcuts/use-key-down.ts";
import { clipOf } from "../sides/choose-sides.ts";
import { blindOrder, maxQuestions } from "./blind-order.ts";
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
  /** All entries of the library. */
  entries: readonly LibraryEntry[];
}

/** The takes and their ranking. */
export function TakeBoard({ pairId, takes, entries }: TakeBoardProps) {
  const [isBlind, setIsBlind] = useState(false);
  const [wasBlind, setWasBlind] = useState(false);
  // Blind ranking decodes two full clips, so the thumbnails are freed for it.
  const { sheet, troubles, tryAgain } = useTakeSheet(takes, !isBlind);
  const { ranking, isUnsaved } = useRanking(pairId);
  const [pickedIds, setPickedIds] = useState<readonly string[]>([]);
  const finished = takes.filter(({ entry }) => clipOf(entry) && !troubles.has(entry.id));
  const ids = finished.map(({ entry }) => entry.id);
  const groups = ranking?.groups ?? [];
  const matches = ranking?.matches ?? [];
  const placed = placeTakes(ids, groups);
  const { next } = blindOrder(ids, matches);
  const picked = pickedIds.flatMap((id) => takes.find(({ entry }) => entry.id === id) ?? []);

  function handleAnswers(answers: typeof matches) {
    const order = blindOrder(ids, answers);
    keepRanking(pairId, ranking, { groups: order.groups ?? groups, matches: answers });
    if (order.groups === null) {
      announce(
        `${messages.blindTitle} ${messages.question(answers.length + 1, maxQuestions(ids.length))}`,
        "question",
      );
      return;
    }
    setIsBlind(false);
    announce(messages.blindDone);
  }

  function handlePick(id: string) {
    setPickedIds((before) =>
      before.includes(id) ? before.filter((one) => one !== id) : [...before, id].slice(-2),
    );
  }

  if (isBlind && next) {
    return (
      <BlindRanking
        entries={entries}
        next={next}
        matches={matches}
        count={ids.length}
        onAnswer={handleAnswers}
        onStop={() => setIsBlind(false)}
      />
    );
  }
  return (
    <>
      <div
        {...SHORTCUT_AREA}
        className="grid gap-3 bg-stage px-4 pt-4 text-on-stage scheme-dark sm:px-6"
      >
        {ids.length > 1 && <p className="text-12 text-on-stage-muted">{messages.pickHint}</p>}
        {sheet && (
          <TakeRows
            takes={takes}
            player={sheet.player}
            placed={placed}
            troubles={troubles}
            pickedIds={pickedIds}
            onPick={handlePick}
            onTryAgain={tryAgain}
          />
        )}
        {sheet && ids.length > 0 && (
          <div className="bottom-(--tab-bar) -mx-4 grid gap-1 bg-stage px-4 py-2 tall:sticky sm:-mx-6 sm:px-6 lg:bottom-0">
            <SheetTransport player={sheet.player} />
            {picked.length > 0 && <PickedBar picked={picked} onClear={() => setPickedIds([])} />}
          </div>
        )}
      </div>
      <RankingPanel
        takes={finished}
        ranking={ranking}
        placed={placed}
        player={sheet?.player ?? null}
        isUnsaved={isUnsaved}
        takesFocus={wasBlind}
        // Keep the answers of an unfinished blind ranking, so that it can be resumed.
        onOrder={(order) =>
          keepRanking(pairId, ranking, { groups: order, matches: next === null ? [] : matches })
        }
        onBlind={(startsOver) => {
          if (startsOver) keepRanking(pairId, ranking, { groups, matches: [] });
          setIsBlind(true);
          setWasBlind(true);
        }}
      />
    </>
  );
}
