/** Light, dark or the system's theme. The script in index.html applies the choice before the first paint. */
import { createStore, type ReadableStore } from "#store/create-store.ts";

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** Also read by the script in index.html. */
const THEME_KEY = "kirin-studio.theme";

const store = createStore<Theme>("system");
// There is no document while the page is rendered at build time.
store.set(parseTheme(globalThis.document?.documentElement.dataset.theme));

/** The theme applied to the page. */
export const themeStore: ReadableStore<Theme> = store;

/** Changes the theme and saves it if storage is available. */
export function chooseTheme(theme: Theme): void {
  try {
    localStorage.setItem(THEME_KEY, theme);
  } catch {
    // Storage is blocked: the choice lasts only as long as the page.
  }
  show(theme);
}

/**
 * Follows theme changes in other tabs. A page in the back-forward cache misses them, so it checks again when it is
 * shown. The style sheet follows the system's theme itself. Returns a disposer.
 */
export function followTheme(): () => void {
  const ended = new AbortController();
  const { signal } = ended;
  addEventListener("storage", ({ key }) => (key === THEME_KEY || key === null) && adopt(), {
    signal,
  });
  addEventListener("pageshow", ({ persisted }) => persisted && adopt(), { signal });
  return () => ended.abort();
}

function adopt(): void {
  try {
    show(parseTheme(localStorage.getItem(THEME_KEY)));
  } catch {
    // Storage is blocked, so a choice in another tab can't be read.
  }
}

function show(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  store.set(theme);
}

function parseTheme(theme: string | null | undefined): Theme {
  return theme === "light" || theme === "dark" ? theme : "system";
}
