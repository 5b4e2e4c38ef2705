/** The stage and transport of two library clips, optionally hiding which is which. */
import { type ReactNode, useMemo, useState } from "react";
import type { ViewStore } from "#comparison/geometry/view-state.ts";
import { mapSides, type PerSide, SIDES, type Side } from "#comparison/sides.ts";
import { resolveRequest } from "#kirin/request.ts";
import { tryAgain } from "#messages/common.ts";
import * as messages from "#messages/compare.ts";
import { blindNames } from "#messages/compare-stage.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { describeProblem } from "#studio/format/describe-problem.ts";
import { Button } from "#studio/ui/buttons/button.tsx";
import { classes } from "#studio/ui/classes.ts";
import { useFullScreen } from "#studio/ui/playback/use-full-screen.ts";
import type { ShortcutGroup } from "#studio/ui/shortcuts/shortcut-sheet-store.ts";
import { Spinner } from "#studio/ui/spinner.tsx";
import type { Compared } from "../sides/compared.ts";
import type { OpenedSide } from "../sides/open-side.ts";
import { type ReadySide, useCompared } from "../sides/use-compared.ts";
import { type SideState, useSides } from "../sides/use-sides.ts";
import { ComparisonStage } from "../stage/comparison-stage.tsx";
import { ComparisonTransport } from "../transport/comparison-transport.tsx";
import { createBlindView } from "./blind-view.ts";

/** With reduced motion, nothing plays automatically. */
const REDUCED_MOTION = "(prefers-reduced-motion: reduce)";

interface BlindStageProps {
  entries: PerSide<LibraryEntry>;
  /** All entries of the library, needed to name the clips. */
  library: readonly LibraryEntry[];
  isBlind: boolean;
  /** Shortcuts of neighbouring controls, listed on the shortcut sheet. */
  moreShortcuts?: readonly ShortcutGroup[] | undefined;
  /** A view shared by successive pairs. With it, each pair plays as soon as it is ready. */
  view?: ViewStore;
}

/**
 * Shows both clips at the same time, without sound, and with letters as names. Once no longer blind, it continues at
 * the same frame with names and sound.
 */
export function BlindStage(props: BlindStageProps) {
  const { entries, library, isBlind, moreShortcuts, view } = props;
  const choices = mapSides(entries, (entry) => ({ kind: "entry" as const, entry }));
  const { sides, tryAgain } = useSides(choices, library);
  const left = useBlindSide("left", sides.left, isBlind);
  const right = useBlindSide("right", sides.right, isBlind);
  const compared = useCompared(left, right, (comparison) => {
    comparison.setAudible("none");
    comparison.setLooping(true);
    if (view && !matchMedia(REDUCED_MOTION).matches) comparison.play();
    return view ?? createBlindView();
  });
  const failed = SIDES.map((side) => sides[side].opened).find(
    (opened) => opened !== null && opened.kind !== "open",
  );
  const { aspectRatio } = resolveRequest(entries.left.request);
  return (
    <BlindRegion compared={compared} isBlind={isBlind} moreShortcuts={moreShortcuts}>
      <div
        style={{ aspectRatio: aspectRatio.replace(":", " / ") }}
        className="grid max-h-(--stage-max-height) min-h-80 w-full place-items-center"
      >
        {failed ? <Trouble failed={failed} onTryAgain={tryAgain} /> : <Opening />}
      </div>
    </BlindRegion>
  );
}

/** The side without anything that identifies its clip. */
function useBlindSide(side: Side, state: SideState, isBlind: boolean): ReadySide | null {
  const { ready } = state;
  return useMemo(
    () => ready && (isBlind ? { ...ready, key: side, name: blindNames[side], entry: null } : ready),
    [ready, side, isBlind],
  );
}

interface BlindRegionProps {
  compared: Compared | null;
  isBlind: boolean;
  moreShortcuts: readonly ShortcutGroup[] | undefined;
  /** Shown until the comparison is open. */
  children: ReactNode;
}

function BlindRegion({ compared, isBlind, moreShortcuts, children }: BlindRegionProps) {
  const [region, setRegion] = useState<HTMLElement | null>(null);
  const fullScreen = useFullScreen(region);
  return (
    <section
      ref={setRegion}
      aria-label={messages.region}
      className={classes(
        "bg-stage text-on-stage scheme-dark",
        fullScreen.isFull ? "flex flex-col overflow-y-auto" : "[--stage-max-height:46dvh]",
      )}
    >
      {compared ? (
        <>
          <ComparisonStage compared={compared} isBlind={isBlind} isFilling={fullScreen.isFull} />
          <ComparisonTransport
            compared={compared}
            isBlind={isBlind}
            moreShortcuts={moreShortcuts}
            fullScreen={fullScreen}
          />
        </>
      ) : (
        children
      )}
    </section>
  );
}

function Opening() {
  return (
    <div role="status" aria-label={messages.openingBoth}>
      <Spinner className="size-6 opacity-80 transition-opacity delay-300 starting:opacity-0" />
    </div>
  );
}

interface TroubleProps {
  failed: Exclude<OpenedSide, { kind: "open" }>;
  onTryAgain: () => void;
}

/** Shows the problem without revealing which side has it. */
function Trouble({ failed, onTryAgain }: TroubleProps) {
  const { title, detail } =
    failed.kind === "unread" ? describeProblem(failed.problem) : messages.failures[failed.kind];
  return (
    <div
      role="alert"
      className="grid max-w-md justify-items-center gap-2 p-4 text-center text-balance"
    >
      <p className="text-14 font-semibold">{title}</p>
      <p className="text-13 text-on-stage-muted">{detail}</p>
      <Button onClick={onTryAgain}>{tryAgain}</Button>
    </div>
  );
}
