import { useEffect, useRef } from "react";
import * as messages from "#messages/shell.ts";
import { type Screen, useScreen } from "#studio/app/routes/use-screen.ts";
import { setPageTitle } from "#studio/ui/document-title.ts";

const TITLES: Readonly<Record<Screen, string>> = {
  create: messages.create,
  library: messages.library,
  compare: messages.compare,
  blind: messages.blind,
  takes: messages.takes,
  usage: messages.usage,
  "not-found": messages.notFoundTitle,
};

/**
 * Does for a screen change what a page load does in a browser: sets the title and the scroll position, and moves
 * the focus to the new screen, so that keyboards and screen readers start there. Neither scrolls nor moves the focus on
 * the first load. The stage adds the title of a clip.
 */
export function useScreenChange(): void {
  const { screen } = useScreen();
  const previous = useRef(screen);

  useEffect(() => {
    setPageTitle(messages.documentTitle(TITLES[screen]));
    if (previous.current === screen) return;
    previous.current = screen;
    window.scrollTo(0, 0);
    document.getElementById("content")?.focus({ preventScroll: true });
  }, [screen]);
}
