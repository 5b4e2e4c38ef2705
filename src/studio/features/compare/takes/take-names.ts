import type { Take } from "#studio/domain/pairs.ts";
import * as words from "#words/takes.ts";

/** What a take is called. */
export function takeName({ mode, number }: Take): string {
  return words.nameOf(words.modes[mode], number);
}
