import * as words from "#messages/takes.ts";
import type { Take } from "#studio/domain/pairs.ts";

/** What a take is called. */
export function takeName({ mode, number }: Take): string {
  return words.nameOf(words.modes[mode], number);
}
