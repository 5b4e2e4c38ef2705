import { useEffect } from "react";
import type { LibraryStatus } from "#studio/storage/library/library-state.ts";

/** Also read by the script in index.html, before the library is loaded. */
const RETURNING_KEY = "kirin-studio.returning";

/** Remembers whether there are generations, so that the next first paint can hide the invitation. */
export function useReturningVisitor(status: LibraryStatus, hasEntries: boolean): void {
  useEffect(() => {
    if (status === "loading") return;
    // Without generations the invitation is shown, whatever was remembered.
    if (!hasEntries) delete document.documentElement.dataset.returning;
    try {
      if (hasEntries) localStorage.setItem(RETURNING_KEY, "1");
      else localStorage.removeItem(RETURNING_KEY);
    } catch {
      // Storage is blocked: the invitation may flash once more.
    }
  }, [status, hasEntries]);
}
