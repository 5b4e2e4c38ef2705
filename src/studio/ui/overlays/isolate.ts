/** Live regions must stay audible, and their buttons usable. */
const STAYS_LIVE = "[role='status'], [role='alert'], [aria-live]";

/**
 * Makes everything outside an element inert, as around a modal dialog, for an element that is a dialog only on small
 * screens. Returns a disposer.
 */
export function isolate(element: HTMLElement): () => void {
  const made: HTMLElement[] = [];
  for (let at = element; at.parentElement && at !== document.body; at = at.parentElement) {
    for (const other of at.parentElement.children) {
      if (other === at || !(other instanceof HTMLElement)) continue;
      if (other.inert || other.matches(STAYS_LIVE)) continue;
      other.inert = true;
      made.push(other);
    }
  }
  return () => {
    for (const other of made) other.inert = false;
  };
}
