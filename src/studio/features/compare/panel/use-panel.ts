import { useState } from "react";
import { preferences } from "#studio/preferences/preferences.ts";
import type { PanelTab } from "#studio/preferences/preferences-schema.ts";
import { useStore } from "#studio/store/use-store.ts";
import { useMediaQuery } from "#studio/ui/use-media-query.ts";

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
  const tab = useStore(preferences, ({ panelTab }) => panelTab);
  const isDockedOpen = useStore(preferences, ({ isPanelOpen }) => isPanelOpen);
  const isDocked = useMediaQuery(WIDE);
  const [isSheetOpen, setIsSheetOpen] = useState(false);

  return {
    isDocked,
    isOpen: isDocked ? isDockedOpen : isSheetOpen,
    tab,
    open(chosen = tab) {
      preferences.set(isDocked ? { isPanelOpen: true, panelTab: chosen } : { panelTab: chosen });
      if (!isDocked) setIsSheetOpen(true);
    },
    close() {
      if (isDocked) preferences.set({ isPanelOpen: false });
      else setIsSheetOpen(false);
    },
  };
}
