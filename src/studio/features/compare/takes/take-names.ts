import { modes, takeName as nameOf } from "#messages/common.ts";
import type { Take } from "#studio/domain/life/pairs.ts";

/** A take's display name. */
export function takeName({ mode, number }: Take): string {
  return nameOf(modes[mode], number);
}
