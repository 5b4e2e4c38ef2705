import { type RefObject, useEffect, useEffectEvent } from "react";
import { isolate } from "#studio/ui/overlays/isolate.ts";
import { isComposing } from "#studio/ui/shortcuts/composition.ts";

interface ComposerSheet {
  sheet: RefObject<HTMLElement | null>;
  /** Gets the focus when the sheet closes. */
  opener: RefObject<HTMLElement | null>;
  isOpen: boolean;
  onClose: () => void;
}

/**
 * Turns the form into a modal sheet while `isOpen`: the page around it is inert, Escape closes it, and it fills the part
 * of the window that the on-screen keyboard leaves.
 */
export function useComposerSheet({ sheet, opener, isOpen, onClose }: ComposerSheet): void {
  const handleKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const isAbove = document.querySelector("dialog:modal") !== null;
    if (event.key !== "Escape" || event.defaultPrevented || isComposing(event) || isAbove) return;
    event.preventDefault();
    onClose();
  });

  useEffect(() => {
    const element = sheet.current;
    if (!isOpen || !element) return;
    const release = isolate(element);
    const stopFitting = fitVisible(element);
    const listener = (event: KeyboardEvent) => handleKeyDown(event);
    document.addEventListener("keydown", listener);
    if (!element.contains(document.activeElement)) element.querySelector("textarea")?.focus();
    return () => {
      document.removeEventListener("keydown", listener);
      stopFitting();
      release();
      opener.current?.focus();
    };
  }, [sheet, opener, isOpen]);
}

/** Follows the part of the window above the on-screen keyboard. Some browsers lay it over the page. Returns a disposer. */
function fitVisible(element: HTMLElement): () => void {
  const view = window.visualViewport;
  if (!view) return () => {};
  const follow = () => {
    element.style.setProperty("--visible-height", `${view.height}px`);
    element.style.setProperty("--visible-top", `${view.offsetTop}px`);
  };
  follow();
  view.addEventListener("resize", follow);
  view.addEventListener("scroll", follow);
  return () => {
    view.removeEventListener("resize", follow);
    view.removeEventListener("scroll", follow);
  };
}
