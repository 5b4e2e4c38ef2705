/** Two takes without their names, and one question. */
import { useEffect, useState } from "react";
import * as messages from "#messages/takes.ts";
import type { Match } from "#studio/domain/judging/judgement.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { Button } from "#studio/ui/buttons/button.tsx";
import { ariaKeys, type Shortcut } from "#studio/ui/shortcuts/shortcut.ts";
import { SHORTCUT_AREA } from "#studio/ui/shortcuts/use-key-down.ts";
import { useShortcuts } from "#studio/ui/shortcuts/use-shortcuts.ts";
import { BlindStage } from "../blind/blind-stage.tsx";
import { createBlindView } from "../blind/blind-view.ts";
import { maxQuestions, type NextMatch } from "./blind-order.ts";

interface BlindRankingProps {
  /** All entries of the library. */
  entries: readonly LibraryEntry[];
  next: NextMatch;
  /** Answers so far. */
  matches: readonly Match[];
  /** Number of takes to rank. */
  count: number;
  onAnswer: (matches: readonly Match[]) => void;
  onStop: () => void;
}

type Choice = "left" | "none" | "right";
type Choose = (choice: Choice) => void;

/** The same keys as in blind comparisons. */
const KEYS: Readonly<Record<Choice, Shortcut<Choose>>> = {
  left: {
    keys: ["q"],
    does: messages.isBetter(messages.sides.left),
    press: (choose) => choose("left"),
  },
  none: { keys: ["n"], does: messages.noDifference, press: (choose) => choose("none") },
  right: {
    keys: ["e"],
    does: messages.isBetter(messages.sides.right),
    press: (choose) => choose("right"),
  },
};
const TABLE = Object.values(KEYS);
const KEY_GROUPS = [{ title: messages.blindTitle, shortcuts: TABLE }];
const CHOICES = ["left", "none", "right"] as const;

/** Asks which of two takes is better until all are ranked. Nothing reveals which take is which. */
export function BlindRanking(props: BlindRankingProps) {
  const { entries, next, matches, count, onAnswer, onStop } = props;
  const [region, setRegion] = useState<HTMLElement | null>(null);
  const [view] = useState(createBlindView);
  const left = entries.find(({ id }) => id === next.leftId);
  const right = entries.find(({ id }) => id === next.rightId);

  function choose(choice: Choice) {
    const chosenId = choice === "none" ? null : next[`${choice}Id`];
    onAnswer([...matches, { ...next, chosenId }]);
  }
  useShortcuts(region, TABLE, choose);
  // The button that started the ranking is gone.
  useEffect(() => region?.focus({ preventScroll: true }), [region]);

  return (
    <section ref={setRegion} {...SHORTCUT_AREA} tabIndex={-1} aria-label={messages.blindTitle}>
      {left && right && (
        <BlindStage
          key={`${left.id} ${right.id}`}
          entries={{ left, right }}
          library={entries}
          isBlind
          view={view}
          moreShortcuts={KEY_GROUPS}
        />
      )}
      {/* Sticky, because on a phone the pictures fill the screen. In a low window it would cover them. */}
      <div className="bottom-(--tab-bar) z-10 grid justify-items-center gap-2 bg-paper px-4 py-3 tall:sticky lg:bottom-0">
        <div className="flex flex-wrap items-baseline justify-center gap-x-3">
          <h2 className="text-16 font-semibold">{messages.blindTitle}</h2>
          <p className="text-12 text-muted tabular-nums">
            {messages.question(matches.length + 1, maxQuestions(count))}
          </p>
        </div>
        <div className="grid w-full max-w-md grid-cols-3 gap-2">
          {CHOICES.map((choice) => (
            <Button
              key={choice}
              size="large"
              className="px-1!"
              aria-keyshortcuts={ariaKeys(KEYS[choice])}
              onClick={() => choose(choice)}
            >
              {KEYS[choice].does}
            </Button>
          ))}
        </div>
      </div>
      <div className="grid justify-items-center gap-3 px-4 pb-5">
        <p className="max-w-prose text-center text-12 text-pretty text-muted">
          {messages.blindHint}
        </p>
        <div className="flex flex-wrap justify-center gap-2">
          {matches.length > 0 && (
            <Button onClick={() => onAnswer(matches.slice(0, -1))}>{messages.undoAnswer}</Button>
          )}
          <Button onClick={onStop}>{messages.stopBlind}</Button>
        </div>
      </div>
    </section>
  );
}
