import { useState } from "react";
import { useStore } from "#studio/store/use-store.ts";
import { useMediaQuery } from "../shared/use-media-query.ts";
import { type PanelTab, panelPreference, setPanelPreference } from "./panel-preference.ts";

/** From this width on the panel is docked beside the pictures. Below, it is a sheet over them. */
const WIDE = "(width >= 68.75rem)";

export interface Panel {
  isDocked: boolean;
  isOpen: boolean;
  tab: PanelTab;
  open: (tab?: PanelTab) => void;
  close: () => void;
}

/**
 * The state of the details panel. The tab and whether the docked panel is open are remembered. A sheet starts closed,
 * because it would cover the pictures.
 */
export function usePanel(): Panel {
  const preference = useStore(panelPreference, (state) => state);
  const isDocked = useMediaQuery(WIDE);
  const [isSheetOpen, setIsSheetOpen] = useState(false);
  const { tab } = preference;

  return {
    isDocked,
    isOpen: isDocked ? preference.isOpen : isSheetOpen,
    tab,
    open(chosen = tab) {
      setPanelPreference(isDocked ? { isOpen: true, tab: chosen } : { tab: chosen });
      if (!isDocked) setIsSheetOpen(true);
    },
    close() {
      if (isDocked) setPanelPreference({ isOpen: false });
      else setIsSheetOpen(false);
    },
  };
}
