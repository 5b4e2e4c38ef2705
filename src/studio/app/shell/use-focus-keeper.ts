import { useEffect } from "react";

/** Keeps the focus off the body. Loaded with the first focus, so that the first load stays small. */
export function useFocusKeeper(): void {
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const load = () => void keepUntil(signal);
    if (document.activeElement === document.body)
      document.addEventListener("focusin", load, { once: true, signal });
    else load();
    return () => controller.abort();
  }, []);
}

async function keepUntil(signal: AbortSignal): Promise<void> {
  try {
    const { keepFocus } = await import("#studio/ui/focus-keeper.ts");
    if (!signal.aborted) signal.addEventListener("abort", keepFocus());
  } catch {
    // Without the server, the focus moves as the browser moves it.
  }
}
