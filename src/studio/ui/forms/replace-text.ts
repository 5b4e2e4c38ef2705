/** Chromium's time for the command grows with the square of the line count: a second for a few hundred lines. */
const UNDOABLE_LINES_MAX = 200;

/**
 * Replaces the text of a field so that the browser's own undo can restore it. Assigning `value` would leave undo steps
 * that no longer match the text, and Ctrl+Z would then duplicate it or do nothing. Moves the focus to the field.
 */
export function replaceText(field: HTMLTextAreaElement, text: string): void {
  // Normalises line ends as the field does.
  const wanted = text.replace(/\r\n?/g, "\n");
  if (field.value === wanted) return;
  field.focus({ preventScroll: true });
  if (document.activeElement === field && wanted.split("\n").length <= UNDOABLE_LINES_MAX) {
    field.select();
    // Deprecated, but still the only access to the undo history in all browsers. It also fires "input" events.
    document.execCommand(wanted === "" ? "delete" : "insertText", false, wanted);
  }
  // Fallback for too many lines, a field that can't take the focus, or a browser without the command.
  if (field.value !== wanted) field.value = wanted;
}
