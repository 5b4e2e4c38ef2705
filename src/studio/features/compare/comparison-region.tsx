/** The stage area: both pictures and their transport, or why a picture is missing. */
import { useState } from "react";
import { SIDES, type Side } from "#comparison/sides.ts";
import * as messages from "#messages/compare.ts";
import { classes } from "#studio/ui/classes.ts";
import { useFullScreen } from "#studio/ui/playback/use-full-screen.ts";
import { SHORTCUT_AREA } from "#studio/ui/shortcuts/use-key-down.ts";
import { useComparison } from "./comparison-context.ts";
import { sourceOf } from "./sides/open-side.ts";
import { SideNote } from "./sides/side-note.tsx";
import type { SideState } from "./sides/use-sides.ts";
import { ComparisonStage } from "./stage/comparison-stage.tsx";
import { ComparisonTransport } from "./transport/comparison-transport.tsx";

interface ComparisonRegionProps {
  /** The side on which a dragged file would be placed. */
  over: Side | null;
}

/** Supports full screen. */
export function ComparisonRegion({ over }: ComparisonRegionProps) {
  const { compared } = useComparison();
  const [region, setRegion] = useState<HTMLElement | null>(null);
  const fullScreen = useFullScreen(region);
  return (
    <section
      ref={setRegion}
      {...SHORTCUT_AREA}
      aria-label={messages.region}
      className="relative flex min-h-0 min-w-0 flex-col overflow-y-auto bg-stage text-on-stage scheme-dark"
    >
      {compared ? (
        <>
          <ComparisonStage compared={compared} isFilling />
          <ComparisonTransport compared={compared} fullScreen={fullScreen} />
        </>
      ) : (
        <Halves />
      )}
      {over && <DropHint side={over} />}
    </section>
  );
}

function Halves() {
  const { sides, openChooser, placeFiles, tryAgain, renderUnfinished } = useComparison();
  const isOnItsWay = SIDES.every((side) => isOpening(sides[side]));
  return (
    <>
      <div className="grid w-full flex-1 gap-px sm:grid-cols-2">
        {SIDES.map((side) => (
          <section key={side} aria-label={sides[side].name} className="grid min-w-0">
            <SideNote
              side={side}
              choice={sides[side].choice}
              name={sides[side].name}
              // Show "Ready" only if the other side will not become ready soon.
              opened={isOnItsWay ? null : sides[side].opened}
              onChange={() => openChooser(side)}
              onFile={(file) => placeFiles([file], side)}
              onTryAgain={tryAgain}
              renderUnfinished={renderUnfinished}
            />
          </section>
        ))}
      </div>
      {/* Reserves the height of the stage tools and the transport, so that little moves when they appear. */}
      {isOnItsWay && <div className="h-41 shrink-0" />}
    </>
  );
}

function isOpening({ choice, opened }: SideState): boolean {
  return sourceOf(choice) !== null && (opened === null || opened.kind === "open");
}

function DropHint({ side }: { side: Side }) {
  return (
    <div aria-hidden="true" className="pointer-events-none absolute inset-0 grid grid-cols-2">
      <p
        className={classes(
          "m-2 grid place-items-center rounded-10 bg-scrim text-16 font-medium outline-2 outline-ink outline-dashed",
          side === "right" && "col-start-2",
        )}
      >
        {messages.dropHere}
      </p>
    </div>
  );
}
