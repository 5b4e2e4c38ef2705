/** A button that opens a list of further actions. */
import { Ellipsis } from "lucide-react";
import { type ReactNode, useId, useRef } from "react";
import { IconButton } from "#studio/ui/buttons/icon-button.tsx";

interface PopoverMenuProps {
  label: string;
  children: ReactNode;
}

/** Closes on a press inside, on Escape, and on a press outside. The browser returns the focus to the button. */
export function PopoverMenu({ label, children }: PopoverMenuProps) {
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  return (
    <>
      <IconButton
        label={label}
        icon={<Ellipsis size={18} aria-hidden="true" />}
        popoverTarget={id}
        className="inset-ring inset-ring-line-strong/40"
      />
      {/* In the middle of the window where a browser can't place it at its button. */}
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={label}
        className="inset-0 z-50 m-auto min-w-48 rounded-10 bg-raised p-1 text-left text-ink shadow-lg inset-ring inset-ring-line supports-[position-area:end]:inset-auto supports-[position-area:end]:m-0 supports-[position-area:end]:my-1 supports-[position-area:end]:[position-area:block-end_span-inline-start] supports-[position-area:end]:[position-try-fallbacks:flip-block]"
      >
        {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: the actions inside are pressed, by keys too */}
        <div className="grid" onClick={() => panel.current?.hidePopover()}>
          {children}
        </div>
      </div>
    </>
  );
}

/** The style of an action in the list. */
export const MENU_ITEM_CLASSES =
  "flex min-h-9 w-full items-center gap-2.5 rounded-6 px-3 text-13 text-ink no-underline hover:bg-hover active:bg-pressed pointer-coarse:min-h-11";
