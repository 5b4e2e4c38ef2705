import { keyName } from "#messages/compare-transport.ts";
import type { ShortcutText } from "#studio/ui/shortcuts/shortcut.ts";

/** A button's tooltip: its name and its first shortcut. */
export function titleWithKey(label: string, { keys: [key] }: ShortcutText): string {
  return key === undefined ? label : `${label} (${keyName(key)})`;
}
