import {
  Blend,
  Columns2,
  Diff,
  Eye,
  type LucideIcon,
  SlidersHorizontal,
  SquareSplitHorizontal,
} from "lucide-react";
import { useState } from "react";
import { VIEWS, type View } from "#comparison/geometry/view-state.ts";
import * as messages from "#messages/compare-stage.ts";
import { IconButton } from "#studio/ui/buttons/icon-button.tsx";
import { classes } from "#studio/ui/classes.ts";
import { SegmentedControl } from "#studio/ui/forms/segmented-control.tsx";
import { useMediaQuery } from "#studio/ui/use-media-query.ts";
import { FittedNote } from "./fitted-note.tsx";
import { useStage, useView } from "./use-stage.ts";
import { ViewControls } from "./view-controls.tsx";
import { ZoomTools } from "./zoom-tools.tsx";

const ICONS: Readonly<Record<View, LucideIcon>> = {
  side: Columns2,
  wipe: SquareSplitHorizontal,
  overlay: Blend,
  blink: Eye,
  difference: Diff,
};

/** Small screens list first the views that show a picture at full size. */
const SMALL_SCREEN = "(width < 40rem)";
const SMALL_ORDER: readonly View[] = ["wipe", "blink", "side", "overlay", "difference"];

/**
 * The view switcher, the current view's settings, and the zoom. A narrow stage has room for the switcher; a button beside
 * it shows the rest.
 */
export function ViewTools() {
  const { model } = useStage();
  const view = useView((state) => state.view);
  const isSmall = useMediaQuery(SMALL_SCREEN);
  const [isMoreOpen, setIsMoreOpen] = useState(false);
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 px-2 pt-2 pb-1 sm:px-4">
      <SegmentedControl
        legend={messages.viewChoice}
        segments={(isSmall ? SMALL_ORDER : VIEWS).map((value) => ({
          value,
          label: messages.views[value],
          icon: <ViewIcon view={value} isShown={value === view} />,
        }))}
        value={view}
        onChange={model.showView}
      />
      <IconButton
        label={messages.viewSettings}
        aria-expanded={isMoreOpen}
        icon={<SlidersHorizontal size={16} />}
        onClick={() => setIsMoreOpen(!isMoreOpen)}
        className="ml-auto @3xl:hidden"
      />
      <div
        className={classes(
          "flex min-w-0 basis-full flex-wrap items-center gap-x-3 gap-y-1 @3xl:grow @3xl:basis-0",
          !isMoreOpen && "@max-3xl:hidden",
        )}
      >
        <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1 empty:hidden">
          <ViewControls />
        </div>
        <div className="ml-auto flex items-center gap-x-1">
          <ZoomTools />
          <FittedNote />
        </div>
      </div>
    </div>
  );
}

interface ViewIconProps {
  view: View;
  isShown: boolean;
}

/** The shown view's icon has its name beside it, and so have the others if all fit. */
function ViewIcon({ view, isShown }: ViewIconProps) {
  const Icon = ICONS[view];
  return (
    <span className="flex items-center gap-1.5">
      <Icon size={16} />
      <span className={classes("hidden @6xl:inline", isShown && "@3xl:inline")}>
        {messages.views[view]}
      </span>
    </span>
  );
}
