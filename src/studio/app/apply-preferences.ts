/**
 * Applies preferences that act on the whole page. The script in index.html applies the theme before the first paint.
 */
import { preferences } from "#studio/preferences/preferences.ts";
import { areShortcutsOn } from "#studio/ui/shortcuts/shortcut-preference.ts";

/** Applies the theme and the shortcut switch, now and after each change in any tab. Returns a disposer. */
export function applyPreferences(): () => void {
  function apply(): void {
    const { theme, areShortcutsOn: isOn } = preferences.getState();
    // The style sheet follows the system's theme itself.
    if (theme === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    areShortcutsOn.set(isOn);
  }
  apply();
  return preferences.subscribe(apply);
}
