/** Characters that no text may carry to Kirin, and how a text is mended. */

/**
 * Half a surrogate pair, which UTF-8 cannot write, and control characters other than tab and line breaks. None of them is
 * ever meant: they come with a text that was cut inside an emoji, or copied out of a binary file. NUL ends a text in C, and
 * PostgreSQL stores none.
 */
const UNSENDABLE = /[\p{Cs}]|(?![\t\n\r])\p{Cc}/gu;
/** Word processors break a line with these; without them two words would become one. */
const LINE_BREAKS = /\r\n|[\v\f\u0085]/g;

/** How many characters of a text cannot be sent. */
export function countUnsendable(text: string): number {
  return text.match(UNSENDABLE)?.length ?? 0;
}

/** The text without what cannot be sent; line breaks of word processors become plain ones. */
export function removeUnsendable(text: string): string {
  return text.replace(LINE_BREAKS, "\n").replace(UNSENDABLE, "");
}

/** At most `length` UTF-16 units from the start of a text, and never half a surrogate pair. */
export function cutText(text: string, length: number): string {
  const cut = text.slice(0, length);
  return cut.length < text.length && /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}
