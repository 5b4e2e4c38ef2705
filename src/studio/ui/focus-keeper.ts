/** Elements that can take over the focus of a control inside them. */
const FOCUS_AREAS = "main, section, aside, fieldset, form, nav, dialog, [role='dialog']";

/**
 * Moves the focus when the focused element is removed, disabled or hidden. Otherwise the body would get it, and a keyboard user
 * would start again at the top of the page. It goes to the nearest area around the element, or to the main content.
 * Effects that choose a better place run first. Returns a disposer.
 */
export function keepFocus(): () => void {
  /** The focused element and everything around it. Empty if nothing has the focus. */
  let path: Element[] = pathOf(document.activeElement);

  function handleFocusIn({ target }: FocusEvent): void {
    path = pathOf(target);
  }

  function handleFocusOut(): void {
    setTimeout(() => {
      if (!path[0]?.isConnected || document.activeElement !== document.body) return;
      // Any other blur is intended, such as a click on the page.
      if (canHoldFocus(path[0])) path = [];
      else moveFocus();
    });
  }

  function moveFocus(): void {
    const area = path.find((element) => element.matches(FOCUS_AREAS) && canHoldFocus(element));
    focusArea(area ?? document.querySelector("main"));
  }

  const observer = new MutationObserver(() => {
    if (document.activeElement !== document.body || path[0] === undefined) return;
    if (!path[0].isConnected) moveFocus();
  });

  observer.observe(document.body, { childList: true, subtree: true });
  document.addEventListener("focusin", handleFocusIn);
  document.addEventListener("focusout", handleFocusOut);
  return () => {
    observer.disconnect();
    document.removeEventListener("focusin", handleFocusIn);
    document.removeEventListener("focusout", handleFocusOut);
  };
}

function pathOf(target: EventTarget | null): Element[] {
  const path: Element[] = [];
  for (let at = target instanceof Element ? target : null; at; at = at.parentElement) {
    path.push(at);
  }
  return path;
}

function canHoldFocus(element: Element): boolean {
  const isShown = element.checkVisibility({ visibilityProperty: true });
  return isShown && !element.matches(":disabled, [inert], [inert] *");
}

function focusArea(area: Element | null): void {
  if (!(area instanceof HTMLElement)) return;
  if (!area.hasAttribute("tabindex")) {
    area.tabIndex = -1;
    // Focusable only for now, so that clicks inside don't focus it later.
    area.addEventListener("blur", () => area.removeAttribute("tabindex"), { once: true });
  }
  area.focus({ preventScroll: true });
}
