import type { ReactNode } from "react";
import type { Side } from "#comparison/sides.ts";
import { sideOnTop } from "#comparison/stage/attach-painter.ts";
import * as messages from "#messages/compare-stage.ts";
import { Badge } from "#studio/ui/badge.tsx";
import { classes } from "#studio/ui/classes.ts";
import { useStage, useStageState, useView } from "./use-stage.ts";

/** Labels the sides on the picture. Hidden from screen readers, because the canvas's label says the same. */
export function SideLabels() {
  const { names } = useStage();
  const view = useView((state) => state.view);
  const isHorizontal = useView((state) => state.isHorizontal);
  const opacity = useView((state) => state.opacity);
  const gain = useView((state) => state.gain);
  return (
    <div aria-hidden="true" className="pointer-events-none absolute inset-0">
      {view === "side" && (
        <>
          <Place side="left" />
          <Place side="right" />
        </>
      )}
      {view === "wipe" && (
        <>
          <Place side="left" />
          <Place side="right" corner={isHorizontal ? "items-end" : "items-start justify-end"} />
        </>
      )}
      {view === "overlay" && <Caption>{messages.overlayCaption(names, opacity)}</Caption>}
      {view === "difference" && <Caption>{messages.differenceCaption(names, gain)}</Caption>}
      {view === "blink" && <BlinkingName />}
    </div>
  );
}

/** A side's name in a corner of its part of the picture, clipped to that part. */
function Place({ side, corner = "items-start" }: { side: Side; corner?: string }) {
  return (
    <Corner
      className={classes(
        corner,
        side === "left"
          ? "top-(--left-y) left-(--left-x) h-(--left-height) w-(--left-width)"
          : "top-(--right-y) left-(--right-x) h-(--right-height) w-(--right-width)",
      )}
    >
      <SideName side={side} />
    </Corner>
  );
}

function SideName({ side }: { side: Side }) {
  const { looks } = useStage();
  const { name, tone } = looks[side];
  return tone === "neutral" ? <OnPicture>{name}</OnPicture> : <Badge tone={tone}>{name}</Badge>;
}

function BlinkingName() {
  const { model } = useStage();
  const side = useStageState((state) => sideOnTop(model.view.getState(), state));
  return (
    <Corner className="top-(--left-y) left-(--left-x)">
      <SideName side={side} />
    </Corner>
  );
}

function Caption({ children }: { children: ReactNode }) {
  return (
    <Corner className="top-(--left-y) left-(--left-x)">
      <OnPicture>{children}</OnPicture>
    </Corner>
  );
}

function Corner({ className, children }: { className: string; children: ReactNode }) {
  return <div className={classes("absolute flex overflow-hidden p-2", className)}>{children}</div>;
}

function OnPicture({ children }: { children: ReactNode }) {
  return (
    <span className="rounded-6 bg-stage/70 px-1.5 text-12 font-medium whitespace-nowrap tabular-nums text-on-stage">
      {children}
    </span>
  );
}
