import { Blend, Columns2, Diff, Eye, type LucideIcon, SquareSplitHorizontal } from "lucide-react";
import { useSyncExternalStore } from "react";
import { VIEWS, type View } from "#comparison/geometry/view-state.ts";
import * as messages from "#messages/compare-stage.ts";
import { SegmentedControl } from "#studio/ui/forms/segmented-control.tsx";
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

function subscribeToWidth(onChange: () => void): () => void {
  const query = window.matchMedia(SMALL_SCREEN);
  query.addEventListener("change", onChange);
  return () => query.removeEventListener("change", onChange);
}

/** The view switcher, the current view's settings, and the zoom. */
export function ViewTools() {
  const { model } = useStage();
  const view = useView((state) => state.view);
  const isSmall = useSyncExternalStore(
    subscribeToWidth,
    () => window.matchMedia(SMALL_SCREEN).matches,
  );
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 pt-2 pb-1">
      <div className="@2xl:basis-full @6xl:basis-auto">
        <SegmentedControl
          legend={messages.viewChoice}
          segments={(isSmall ? SMALL_ORDER : VIEWS).map((value) => ({
            value,
            label: messages.views[value],
            icon: <ViewIcon view={value} />,
          }))}
          value={view}
          onChange={model.showView}
        />
      </div>
      <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1 empty:hidden @2xl:basis-0 @2xl:grow">
        <ViewControls />
      </div>
      <ZoomTools />
    </div>
  );
}

/** Shows the name too if all five fit. */
function ViewIcon({ view }: { view: View }) {
  const Icon = ICONS[view];
  return (
    <span className="flex items-center gap-1.5">
      <Icon size={16} />
      <span className="hidden @xl:inline">{messages.views[view]}</span>
    </span>
  );
}
