/** Two clips on one stage, and everything that can be said and done about them. */
import { lazy, type ReactNode, useRef, useState } from "react";
import { useLocation, useSearch } from "wouter";
import type { LibraryEntry } from "#studio/domain/library-entry.ts";
import { COMPARE_PATH, FILE_SIDE } from "#studio/domain/paths.ts";
import { announce } from "#studio/ui/announcer.tsx";
import { showToast } from "#studio/ui/toast-store.ts";
import * as words from "#words/compare.ts";
import { ComparePanels } from "./compare-panels.tsx";
import type { Compared } from "./compared.ts";
import { ComparisonHead } from "./comparison-head.tsx";
import { ComparisonRegion } from "./comparison-region.tsx";
import { FactsPanel } from "./facts/facts-panel.tsx";
import { type LinkState, parseCompareLink } from "./link/compare-link.ts";
import {
  carryLinkState,
  comparisonSearch,
  readLinkState,
  restoreLinkState,
  swapLinkState,
  withoutUsual,
} from "./link/link-state.ts";
import { isSmallScreen, usualView } from "./link/small-screen.ts";
import { useLinkState } from "./link/use-link-state.ts";
import { mapSides, otherSide, type PerSide, SIDES, type Side } from "./side.ts";
import { chooseSides, NO_FILES, type SideFiles } from "./sides/choose-sides.ts";
import { ClipChooser } from "./sides/clip-chooser.tsx";
import { mayBeClip } from "./sides/file-kind.ts";
import { useCompared } from "./sides/use-compared.ts";
import { useFileDrop } from "./sides/use-file-drop.ts";
import { type SideState, useSides } from "./sides/use-sides.ts";
import { createViewStore } from "./stage/view-state.ts";

const TakeAwayPanel = lazy(async () => {
  const { TakeAwayPanel: panel } = await import("./export/take-away-panel.tsx");
  return { default: panel };
});

const MeasuresPanel = lazy(async () => {
  const { MeasuresPanel: panel } = await import("./measures/measures-panel.tsx");
  return { default: panel };
});

interface ComparisonViewProps {
  entries: readonly LibraryEntry[];
  /** Draws a generation that has no clip: its waiting, or its failure. */
  renderUnfinished: (entry: LibraryEntry) => ReactNode;
  /** Draws what the creator thinks of the two. */
  renderJudge: (compared: Compared) => ReactNode;
}

/** The sides are what the address says; files of the disk are kept here as long as the screen is open. */
export function ComparisonView({ entries, renderUnfinished, renderJudge }: ComparisonViewProps) {
  const search = useSearch();
  const [, navigate] = useLocation();
  const [files, setFiles] = useState<SideFiles>(NO_FILES);
  const [choosing, setChoosing] = useState<Side | null>(null);
  const playsOn = useRef(false);
  const { sides, tryAgain } = useSides(chooseSides(search, entries, files), entries);
  const keys = mapSides(sides, ({ key }) => key);
  const compared = useCompared(sides.left.ready, sides.right.ready, (comparison) => {
    const link = parseCompareLink(search, usualView());
    restoreLinkState(comparison, link);
    if (playsOn.current) comparison.play();
    playsOn.current = false;
    return createViewStore(link.view);
  });
  useLinkState(compared);

  function readLink(): LinkState {
    if (!compared) return parseCompareLink(search, usualView());
    return readLinkState(compared, compared.comparison.getState().frame);
  }

  function goTo({ left, right }: PerSide<string>, link: LinkState, isSame = false) {
    navigate(`${COMPARE_PATH}?${comparisonSearch(left, right, link, isSmallScreen())}`, {
      replace: isSame,
    });
  }

  function handleSwap() {
    playsOn.current = compared?.comparison.getState().isPlaying ?? false;
    setFiles(({ left, right }) => ({ left: right, right: left }));
    goTo({ left: keys.right, right: keys.left }, swapLinkState(readLink()), true);
    announce(words.swapped(sides.right.name, sides.left.name));
  }

  function handleChoose(side: Side, id: string) {
    setChoosing(null);
    if (id === keys[side]) return;
    if (id === keys[otherSide(side)]) handleSwap();
    else goTo({ ...keys, [side]: id }, carryLinkState(readLink()));
  }

  function handleFiles(given: readonly File[], side: Side) {
    setChoosing(null);
    const films = given.filter(mayBeClip);
    for (const other of given) if (!films.includes(other)) showToast(words.notAFilm(other.name));
    const [first, second] = films;
    if (!first) return;
    const placed = second ? { left: first, right: second } : { [side]: first };
    setFiles((before) => ({ ...before, ...placed }));
    // It was asked for: everything else stays where the address has it.
    const isAnswer = SIDES.every((each) => !(each in placed) || isAskedFor(sides[each]));
    if (isAnswer) return;
    const changed = mapSides(keys, (key, each) => (each in placed ? FILE_SIDE : key));
    goTo(changed, carryLinkState(readLink()));
  }

  function makeLink(): string {
    const link = compared ? withoutUsual(readLink(), compared.comparison) : readLink();
    const path = `${COMPARE_PATH}?${comparisonSearch(keys.left, keys.right, link, isSmallScreen())}`;
    return new URL(path, window.location.href).href;
  }

  const over = useFileDrop((dropped, side) => handleFiles(dropped, choosing ?? side));
  const subjects = mapSides(sides, ({ name, choice, opened }) => ({
    name,
    entry: choice.kind === "entry" ? choice.entry : null,
    media: opened?.kind === "open" ? opened.media : null,
  }));
  return (
    <>
      <ComparisonHead
        sides={sides}
        entries={entries}
        onChange={setChoosing}
        onSwap={handleSwap}
        makeLink={makeLink}
      />
      <ComparisonRegion
        sides={sides}
        compared={compared}
        over={over}
        onChange={setChoosing}
        onFiles={handleFiles}
        onTryAgain={tryAgain}
        renderUnfinished={renderUnfinished}
      />
      <ComparePanels
        panels={{
          facts: () => <FactsPanel subjects={subjects} />,
          ...(compared && {
            judge: () => renderJudge(compared),
            measures: () => <MeasuresPanel compared={compared} />,
            takeAway: () => <TakeAwayPanel compared={compared} />,
          }),
        }}
      />
      {choosing && (
        <ClipChooser
          side={choosing}
          entries={entries}
          hereKey={keys[choosing]}
          thereKey={keys[otherSide(choosing)]}
          onChoose={(id) => handleChoose(choosing, id)}
          onFile={(file) => handleFiles([file], choosing)}
          onClose={() => setChoosing(null)}
        />
      )}
    </>
  );
}

/** Whether the address has a file here that is not there. */
function isAskedFor({ choice }: SideState): boolean {
  return choice.kind === "file" && choice.file === null;
}
