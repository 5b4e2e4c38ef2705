import { ChartLine, Download, Info, type LucideIcon, Scale } from "lucide-react";
import { type KeyboardEvent, useRef } from "react";
import * as messages from "#messages/compare.ts";
import { PANEL_TABS, type PanelTab } from "#studio/preferences/preferences-schema.ts";
import { classes } from "#studio/ui/classes.ts";
import { outsideComposition } from "#studio/ui/shortcuts/composition.ts";
import type { Panel } from "./use-panel.ts";

const ICONS: Readonly<Record<PanelTab, LucideIcon>> = {
  facts: Info,
  judge: Scale,
  measures: ChartLine,
  export: Download,
};

interface PanelTabsProps {
  /** Prefix of the ids of tabs and their panels. */
  id: string;
  panel: Panel;
}

/**
 * The tabs of the panel (ARIA tabs pattern). While the panel is closed they remain, as a rail beside the pictures or a
 * bar below them, and open it. Pressing the shown tab of a sheet closes it.
 */
export function PanelTabs({ id, panel }: PanelTabsProps) {
  const { isDocked, isOpen, tab: shown, open, close } = panel;
  const list = useRef<HTMLDivElement>(null);
  const isRail = isDocked && !isOpen;

  function handleKeyDown(event: KeyboardEvent<HTMLButtonElement>) {
    const tabs = [...(list.current?.querySelectorAll("button") ?? [])];
    const next = nextIndex(event.key, tabs.indexOf(event.currentTarget), isRail);
    const name = next === null ? undefined : PANEL_TABS[next];
    if (next === null || name === undefined) return;
    event.preventDefault();
    tabs[next]?.focus();
    // A closed panel only opens when a tab is pressed.
    if (isOpen) open(name);
  }

  return (
    <div
      ref={list}
      role="tablist"
      aria-label={messages.panels}
      aria-orientation={isRail ? "vertical" : "horizontal"}
      className={classes("flex min-w-0", isRail ? "flex-col gap-1" : "flex-1")}
    >
      {PANEL_TABS.map((name) => {
        const Icon = ICONS[name];
        const isShown = isOpen && name === shown;
        return (
          <button
            key={name}
            type="button"
            role="tab"
            id={`${id}-tab-${name}`}
            title={isRail ? messages.panelNames[name] : undefined}
            aria-label={messages.panelNames[name]}
            aria-selected={name === shown}
            aria-expanded={isShown}
            aria-controls={isShown ? `${id}-panel-${name}` : undefined}
            tabIndex={name === shown ? 0 : -1}
            onClick={() => (isShown && !isDocked ? close() : open(name))}
            onKeyDown={outsideComposition(handleKeyDown)}
            className={classes(
              "text-13 font-medium text-muted -outline-offset-2 hover:text-ink",
              isRail
                ? "grid size-10 place-items-center rounded-6 hover:bg-hover"
                : "min-h-11 min-w-0 flex-1 px-1 shadow-[inset_0_-2px_0_transparent]",
              isShown && "text-ink! shadow-[inset_0_-2px_0_var(--ink)]!",
            )}
          >
            {isRail ? <Icon size={18} aria-hidden="true" /> : messages.panelNames[name]}
          </button>
        );
      })}
    </div>
  );
}

/** The tab that a key moves to. Null if it moves to none. */
function nextIndex(key: string, index: number, isVertical: boolean): number | null {
  const count = PANEL_TABS.length;
  const [back, forward] = isVertical ? ["ArrowUp", "ArrowDown"] : ["ArrowLeft", "ArrowRight"];
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  if (key === back) return (index + count - 1) % count;
  return key === forward ? (index + 1) % count : null;
}
