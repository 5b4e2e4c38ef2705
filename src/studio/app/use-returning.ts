import { useEffect } from "react";
import type { LibraryStatus } from "#studio/storage/library.ts";

/** Also read by the script in index.html, long before the library is. */
const RETURNING_KEY = "kirin-studio.returning";

/** Remembers whether there are generations, so that the next first paint knows whom it greets. */
export function useReturning(status: LibraryStatus, hasEntries: boolean): void {
  useEffect(() => {
    if (status === "loading") return;
    // Who has no generations is to be invited, whatever was remembered.
    if (!hasEntries) delete document.documentElement.dataset.returning;
    try {
      if (hasEntries) localStorage.setItem(RETURNING_KEY, "1");
      else localStorage.removeItem(RETURNING_KEY);
    } catch {
      // Storage is blocked: the invitation may flash up once more.
    }
  }, [status, hasEntries]);
}
