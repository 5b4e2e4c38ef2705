/** Chromium's time for the command grows with the square of the lines: a second for some hundreds. */
const UNDOABLE_LINES_MAX = 200;

/**
 * Replaces the text of a field so that the browser's own undo takes it back. Assigning `value` would leave the undo history
 * with steps that no longer fit the text: Ctrl+Z then doubles it or does nothing. Moves the focus to the field.
 */
export function replaceText(field: HTMLTextAreaElement, text: string): void {
  // As the field itself would normalize it.
  const wanted = text.replace(/\r\n?/g, "\n");
  if (field.value === wanted) return;
  field.focus({ preventScroll: true });
  if (document.activeElement === field && wanted.split("\n").length <= UNDOABLE_LINES_MAX) {
    field.select();
    // Deprecated, and still the only way into the undo history that all browsers have. It sends "input" events by itself.
    document.execCommand(wanted === "" ? "delete" : "insertText", false, wanted);
  }
  // Too many lines, a field that cannot have the focus, or a browser without the command.
  if (field.value !== wanted) field.value = wanted;
}
