import { modes, takeName as nameOf } from "#messages/common.ts";
import type { Take } from "#studio/domain/pairs.ts";

/** What a take is called. */
export function takeName({ mode, number }: Take): string {
  return nameOf(modes[mode], number);
}
