/** The panel about the two clips: facts, judgement, measures and export, one at a time. */
import { PanelRightClose, PanelRightOpen, X } from "lucide-react";
import {
  type ReactNode,
  Suspense,
  useEffect,
  useEffectEvent,
  useId,
  useRef,
  useState,
} from "react";
import { close as closeText } from "#messages/common.ts";
import * as messages from "#messages/compare.ts";
import { PANEL_TABS, type PanelTab } from "#studio/preferences/preferences-schema.ts";
import { IconButton } from "#studio/ui/buttons/icon-button.tsx";
import { classes } from "#studio/ui/classes.ts";
import { outsideComposition } from "#studio/ui/shortcuts/composition.ts";
import { Spinner } from "#studio/ui/spinner.tsx";
import { PanelTabs } from "./panel-tabs.tsx";
import { type Panel, usePanel } from "./use-panel.ts";

interface DetailsPanelProps {
  panels: Readonly<Record<PanelTab, () => ReactNode>>;
}

/**
 * On wide screens docked right of the pictures and collapsible. On narrow ones a bar of tabs that opens a sheet over the
 * pictures. It scrolls by itself, so the pictures stay in view.
 */
export function DetailsPanel({ panels }: DetailsPanelProps) {
  const id = useId();
  const section = useRef<HTMLElement>(null);
  const panel = usePanel();
  const { isDocked, isOpen, close } = panel;
  const isSheet = !isDocked && isOpen;
  useCloseWhenCovering(section, isSheet, close);

  function handleClose() {
    close();
    section.current?.querySelector<HTMLElement>("[role=tab][tabindex='0']")?.focus();
  }

  return (
    <section
      ref={section}
      aria-label={messages.panels}
      onKeyDown={outsideComposition((event) => {
        if (event.key !== "Escape" || !isSheet || event.defaultPrevented) return;
        event.preventDefault();
        handleClose();
      })}
      className={classes(
        "relative flex min-h-0 flex-col border-line bg-paper",
        isDocked ? "border-l" : "border-t",
        isDocked && (isOpen ? "w-90" : "w-13 items-center"),
      )}
    >
      <PanelHead id={id} panel={panel} onClose={handleClose} />
      <PanelContent id={id} panel={panel} panels={panels} />
    </section>
  );
}

interface PanelHeadProps {
  id: string;
  panel: Panel;
  onClose: () => void;
}

/** The tabs, and the button that collapses the docked panel or closes the sheet. */
function PanelHead({ id, panel, onClose }: PanelHeadProps) {
  const { isDocked, isOpen, open, close } = panel;
  const isRail = isDocked && !isOpen;
  const ToggleIcon = isOpen ? PanelRightClose : PanelRightOpen;
  return (
    <div
      className={classes(
        "flex shrink-0 items-center",
        isRail ? "flex-col gap-1 py-1.5" : "border-b border-line px-1",
      )}
    >
      {isDocked && (
        <IconButton
          label={messages.togglePanel(isOpen)}
          aria-expanded={isOpen}
          icon={<ToggleIcon size={18} />}
          onClick={() => (isOpen ? close() : open())}
          className="text-muted hover:text-ink"
        />
      )}
      <PanelTabs id={id} panel={panel} />
      {!isDocked && isOpen && (
        <IconButton
          label={closeText}
          icon={<X size={18} />}
          onClick={onClose}
          className="text-muted hover:text-ink"
        />
      )}
    </div>
  );
}

/** Keeps panels mounted once opened, so that they keep their state. */
function PanelContent({ id, panel, panels }: DetailsPanelProps & { id: string; panel: Panel }) {
  const { isDocked, isOpen, tab } = panel;
  const [opened, setOpened] = useState<ReadonlySet<PanelTab>>(new Set());
  if (isOpen && !opened.has(tab)) setOpened(new Set(opened).add(tab));
  return PANEL_TABS.filter((name) => opened.has(name)).map((name) => (
    <div
      key={name}
      role="tabpanel"
      id={`${id}-panel-${name}`}
      aria-labelledby={`${id}-tab-${name}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a panel without controls has to be scrolled by keyboard too
      tabIndex={0}
      hidden={!isOpen || name !== tab}
      className={classes(
        "min-h-0 overflow-y-auto overscroll-contain p-4 -outline-offset-2 wrap-anywhere",
        isDocked
          ? "flex-1"
          : "absolute right-0 bottom-full z-10 h-[min(32rem,46dvh)] w-full border-t border-line bg-paper shadow-lg sm:max-w-md sm:rounded-tl-10 sm:border-l",
      )}
    >
      <Suspense fallback={<Spinner className="size-5 text-muted" />}>{panels[name]()}</Suspense>
    </div>
  ));
}

/** Closes an open sheet as soon as the focus moves to something that it covers. */
function useCloseWhenCovering(
  section: { readonly current: HTMLElement | null },
  isSheet: boolean,
  close: () => void,
) {
  const handleFocus = useEffectEvent(({ target }: FocusEvent) => {
    const sheet = section.current?.querySelector("[role=tabpanel]:not([hidden])");
    if (!sheet || !(target instanceof Element) || section.current?.contains(target)) return;
    if (overlap(sheet.getBoundingClientRect(), target.getBoundingClientRect())) close();
  });
  useEffect(() => {
    if (!isSheet) return;
    const listener = (event: FocusEvent) => handleFocus(event);
    document.addEventListener("focusin", listener);
    return () => document.removeEventListener("focusin", listener);
  }, [isSheet]);
}

function overlap(one: DOMRect, other: DOMRect): boolean {
  return (
    one.left < other.right &&
    other.left < one.right &&
    one.top < other.bottom &&
    other.top < one.bottom
  );
}
