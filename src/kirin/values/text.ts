/** Characters that must not be sent to Kirin, and how to remove them. */

/**
 * Lone surrogates, which UTF-8 cannot encode, and control characters other than tab and line breaks. They are
 * never intended: they come from text cut inside an emoji or copied from a binary file. NUL terminates C
 * strings, and PostgreSQL rejects it.
 */
const UNSENDABLE = /[\p{Cs}]|(?![\t\n\r])\p{Cc}/gu;
/** Line breaks of word processors. Removing them would join two words. */
const LINE_BREAKS = /\r\n|[\v\f\u0085]/g;

/** Number of characters that cannot be sent. */
export function countUnsendable(text: string): number {
  return text.match(UNSENDABLE)?.length ?? 0;
}

/** Removes unsendable characters and converts word-processor line breaks to plain ones. */
export function removeUnsendable(text: string): string {
  return text.replace(LINE_BREAKS, "\n").replace(UNSENDABLE, "");
}

/** The first `length` UTF-16 code units of a text at most, without splitting a surrogate pair. */
export function cutText(text: string, length: number): string {
  const cut = text.slice(0, length);
  return cut.length < text.length && /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}
