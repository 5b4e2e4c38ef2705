import { type CSSProperties, useMemo, useState } from "react";
import { stageRatio } from "#comparison/geometry/stage-shape.ts";
import { mapSides } from "#comparison/sides.ts";
import { createStageModel } from "#comparison/stage/stage-model.ts";
import { classes } from "#studio/ui/classes.ts";
import { useShortcuts } from "#studio/ui/shortcuts/use-shortcuts.ts";
import type { Compared } from "../sides/compared.ts";
import { Loupe } from "./loupe.tsx";
import { SideLabels } from "./side-labels.tsx";
import { sideLooks } from "./side-looks.ts";
import { StageCanvas } from "./stage-canvas.tsx";
import { STAGE_SHORTCUTS } from "./stage-shortcuts.ts";
import { StageStatus } from "./stage-status.tsx";
import { useBlink } from "./use-blink.ts";
import { useGestures } from "./use-gestures.ts";
import { StageContext, useGeometry, useStage, useStageState, useView } from "./use-stage.ts";
import { ViewTools } from "./view-tools.tsx";
import { WipeDivider } from "./wipe-divider.tsx";

const SHORTCUTS = Object.values(STAGE_SHORTCUTS);

interface ComparisonStageProps {
  compared: Compared;
  /** Hides which side is which: letters instead of names, and one size for both. */
  isBlind?: boolean;
  /** Fills its column instead of following the shape of the picture. */
  isFilling?: boolean;
}

/**
 * Both pictures in one of five views, with their tools. Unless the stage fills its column, `--stage-max-height` limits the
 * picture's height.
 */
export function ComparisonStage(props: ComparisonStageProps) {
  const { compared, isBlind = false, isFilling = false } = props;
  const context = useMemo(() => {
    const looks = sideLooks(compared.sides, isBlind);
    const names = mapSides(looks, ({ name }) => name);
    return { model: createStageModel(compared, isBlind), looks, names, isBlind };
  }, [compared, isBlind]);
  return (
    <StageContext value={context}>
      <div
        className={classes(
          "@container bg-stage text-on-stage scheme-dark",
          isFilling && "flex flex-1 flex-col",
        )}
      >
        <Picture isFilling={isFilling} />
        <ViewTools />
      </div>
    </StageContext>
  );
}

function Picture({ isFilling }: { isFilling: boolean }) {
  const { model } = useStage();
  const [box, setBox] = useState<HTMLElement | null>(null);
  useGestures(box, model);
  useShortcuts(box, SHORTCUTS, model);
  useBlink();
  const pointerStyle = usePointerStyle();
  const { frame } = model.fitted;
  const view = useView((state) => state.view);
  const style: CSSProperties = {
    ...(!isFilling && { aspectRatio: stageRatio(frame.width / frame.height, view) }),
    ...pointerStyle,
  };
  return (
    <div
      ref={setBox}
      style={style}
      className={classes(
        "relative w-full overflow-hidden select-none",
        isFilling ? "min-h-24 flex-1" : "max-h-(--stage-max-height,68dvh)",
      )}
    >
      <StageCanvas box={box} />
      <SideLabels />
      <WipeDivider />
      <Loupe />
      <StageStatus />
    </div>
  );
}

/** The cursor over the picture, and the touch gestures left to the browser. */
function usePointerStyle(): CSSProperties {
  const canPan = useGeometry((model) => model.canPan());
  const isLoupeOn = useStageState((state) => state.isLoupeOn);
  const isWipe = useView(({ view }) => view === "wipe");
  const isHorizontal = useView((view) => view.isHorizontal);
  const isTaken = canPan || isLoupeOn || (isWipe && isHorizontal);
  // On a phone the picture fills most of the screen, so the page must still scroll when it is touched.
  const touchAction = isTaken ? "none" : "pan-y";
  if (isLoupeOn) return { touchAction, cursor: "crosshair" };
  if (canPan) return { touchAction, cursor: "grab" };
  if (!isWipe) return { touchAction };
  return { touchAction, cursor: isHorizontal ? "row-resize" : "col-resize" };
}
