import { ScanSearch, ZoomIn, ZoomOut } from "lucide-react";
import { percent } from "#messages/common.ts";
import * as messages from "#messages/compare-stage.ts";
import { Button } from "#studio/ui/buttons/button.tsx";
import { IconButton } from "#studio/ui/buttons/icon-button.tsx";
import { ariaKeys } from "#studio/ui/shortcuts/shortcut.ts";
import { titleWithKey } from "../shared/title-with-key.ts";
import { announceZoom, STAGE_SHORTCUTS as KEYS } from "./stage-shortcuts.ts";
import { useGeometry, useStage, useStageState, useView } from "./use-stage.ts";

/** The zoom buttons and the loupe toggle. */
export function ZoomTools() {
  const { model } = useStage();
  const zoom = useView((view) => view.zoom);
  const scale = useGeometry((stage) => Math.round(stage.scale() * 100) / 100);
  const isLoupeOn = useStageState((state) => state.isLoupeOn);
  const change = (act: () => void) => () => {
    act();
    announceZoom(model);
  };
  return (
    <fieldset aria-label={messages.zoomTools} className="flex items-center gap-x-1">
      <IconButton
        label={messages.zoomOut}
        title={titleWithKey(messages.zoomOut, KEYS.zoomOut)}
        aria-keyshortcuts={ariaKeys(KEYS.zoomOut)}
        icon={<ZoomOut size={16} />}
        onClick={change(() => model.stepZoom("out"))}
      />
      <span className="min-w-14 text-center text-12 tabular-nums">{percent(scale)}</span>
      <IconButton
        label={messages.zoomIn}
        title={titleWithKey(messages.zoomIn, KEYS.zoomIn)}
        aria-keyshortcuts={ariaKeys(KEYS.zoomIn)}
        icon={<ZoomIn size={16} />}
        onClick={change(() => model.stepZoom("in"))}
      />
      <Button
        title={titleWithKey(messages.fitWhole, KEYS.fit)}
        aria-keyshortcuts={ariaKeys(KEYS.fit)}
        aria-pressed={zoom === null}
        onClick={change(() => model.zoomTo(null))}
      >
        {messages.fit}
      </Button>
      <Button
        title={titleWithKey(messages.pixelForPixel, KEYS.oneToOne)}
        aria-keyshortcuts={ariaKeys(KEYS.oneToOne)}
        aria-pressed={zoom === 1}
        onClick={change(() => model.zoomTo(1))}
      >
        {messages.oneToOne}
      </Button>
      <IconButton
        label={messages.loupe}
        title={titleWithKey(messages.loupe, KEYS.loupe)}
        aria-keyshortcuts={ariaKeys(KEYS.loupe)}
        aria-pressed={isLoupeOn}
        icon={<ScanSearch size={16} />}
        onClick={() => model.set({ isLoupeOn: !isLoupeOn })}
      />
    </fieldset>
  );
}
