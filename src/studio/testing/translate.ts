/**
 * Translates the page as Chrome does: every text goes into two <font> elements, whenever it appears or changes. React
 * keeps the original text nodes, which are then detached.
 */

/** Text that Chrome leaves alone. */
const UNTRANSLATED = "font, script, style, textarea, [translate='no']";

function translate(root: Node): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Text && node.data.trim() !== "") texts.push(node);
  }
  for (const text of texts) {
    if (text.parentElement === null || text.parentElement.closest(UNTRANSLATED)) continue;
    const [outer, inner] = [document.createElement("font"), document.createElement("font")];
    outer.append(inner);
    text.replaceWith(outer);
    // Chrome inserts its own text node, so updates of React's node are invisible.
    inner.append(text.data);
  }
}

/** Starts translating everything below `root`. Returns a disposer. */
export function startTranslating(root: HTMLElement): () => void {
  const observer = new MutationObserver(run);
  function run() {
    observer.disconnect();
    translate(root);
    observer.observe(root, { subtree: true, childList: true, characterData: true });
  }
  run();
  return () => observer.disconnect();
}
