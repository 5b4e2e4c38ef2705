/** Decides whether an element or a shortcut handles a key. */

const TEXT_INPUTS =
  "textarea, select, [contenteditable]:not([contenteditable='false']), [role='textbox'], [role='combobox'], " +
  "input:not([type='button'], [type='submit'], [type='reset'], [type='checkbox'], [type='radio'], [type='range'])";
const USES_ARROWS =
  "input[type='radio'], input[type='range'], [role='slider'], [role='radio'], [role='tab'], [role='menuitem'], [role='option']";
const USES_SPACE =
  "button, summary, a[href], input:not([type='range']), [role='button'], [role='switch']";
const ARROW_KEYS = new Set(["ArrowLeft", "ArrowRight", "Home", "End"]);

/** Whether the focused element uses the key itself, so that shortcuts must ignore it. */
export function ownsKey(focused: Element, key: string): boolean {
  if (focused.closest(TEXT_INPUTS)) return true;
  if (ARROW_KEYS.has(key) && focused.closest(USES_ARROWS)) return true;
  return key === " " && focused.closest(USES_SPACE) !== null;
}
