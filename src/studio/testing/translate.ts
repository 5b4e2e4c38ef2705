/**
 * Translates the page as Chrome does: every text goes into two <font> elements, whenever it appears or changes. React keeps
 * the text nodes, which then stand elsewhere.
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
    // Chrome puts in a text of its own: what is written to React's node is seen by nobody.
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
