import { useEffect, useRef } from "react";
import * as words from "#messages/shell.ts";
import { setPageTitle } from "#studio/ui/document-title.ts";
import { type Screen, useScreen } from "./use-screen.ts";

const TITLES: Readonly<Record<Screen, string>> = {
  create: words.create,
  library: words.library,
  compare: words.compare,
  blind: words.blind,
  takes: words.takes,
  usage: words.usage,
  "not-found": words.notFoundTitle,
};

/**
 * What a page load does by itself, done for a change of screen: the title, the scroll position, and the focus,
 * which goes to the new screen so that a keyboard or a screen reader starts there. Nothing moves on the first load.
 */
export function useScreenChange(): void {
  const { screen } = useScreen();
  const previous = useRef(screen);

  useEffect(() => {
    setPageTitle(words.documentTitle(TITLES[screen]));
    if (previous.current === screen) return;
    previous.current = screen;
    window.scrollTo(0, 0);
    document.getElementById("content")?.focus({ preventScroll: true });
  }, [screen]);
}
