/** The stage area: both pictures and their transport, or why a picture is missing. */
import { type CSSProperties, useState } from "react";
import { stageRatio } from "#comparison/geometry/stage-shape.ts";
import { type PerSide, SIDES, type Side } from "#comparison/sides.ts";
import { resolveRequest } from "#kirin/request.ts";
import * as messages from "#messages/compare.ts";
import { classes } from "#studio/ui/classes.ts";
import { useFullScreen } from "#studio/ui/playback/use-full-screen.ts";
import { SHORTCUT_AREA } from "#studio/ui/shortcuts/use-key-down.ts";
import { useComparison } from "./comparison-context.ts";
import { useAddress } from "./sides/address-context.tsx";
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
      className={classes(
        "relative bg-stage text-on-stage scheme-dark",
        fullScreen.isFull
          ? "flex flex-col justify-center overflow-y-auto [--stage-max-height:calc(100dvh-13rem)]"
          : "[--stage-max-height:56dvh]",
      )}
    >
      {compared ? (
        <>
          <ComparisonStage compared={compared} />
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
  const { view } = useAddress().link.view;
  const style: CSSProperties = { aspectRatio: stageRatio(frameRatio(sides), view) };
  return (
    <>
      <div
        style={isOnItsWay ? style : undefined}
        className={classes(
          "grid w-full gap-px sm:grid-cols-2",
          isOnItsWay ? "max-h-(--stage-max-height) overflow-hidden" : "min-h-80",
        )}
      >
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
      {isOnItsWay && <div className="h-41 max-sm:h-63" />}
    </>
  );
}

function isOpening({ choice, opened }: SideState): boolean {
  return sourceOf(choice) !== null && (opened === null || opened.kind === "open");
}

/** The expected aspect ratio of the frame, as far as the requests determine it. */
function frameRatio({ left, right }: PerSide<SideState>): number {
  const entry = [left, right].flatMap(({ choice }) =>
    choice.kind === "entry" ? [choice.entry] : [],
  )[0];
  const [width = 16, height = 9] = entry
    ? resolveRequest(entry.request).aspectRatio.split(":").map(Number)
    : [];
  return width / height;
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
