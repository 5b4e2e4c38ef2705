import { Suspense, useEffect } from "react";
import { useStore } from "#studio/store/use-store.ts";
import {
  closeShortcutSheet,
  isShortcutSheetOpen,
  openShortcutSheet,
} from "#studio/ui/shortcuts/shortcut-sheet-store.ts";
import { lazyDialog } from "./lazy-dialog.tsx";

const ShortcutSheet = lazyDialog(async () => (await import("./shortcut-sheet.tsx")).ShortcutSheet);

/** The sheet of all shortcuts, once it is open. `?` opens it on every screen. */
export function ShortcutSheetHost() {
  const isOpen = useStore(isShortcutSheetOpen, (state) => state);
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      if (event.key === "?") void openIfAccepted(event);
    };
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, []);
  return (
    <Suspense fallback={null}>{isOpen && <ShortcutSheet onClose={closeShortcutSheet} />}</Suspense>
  );
}

/** The rule is loaded with the first key that needs it, so that the first load stays small. */
async function openIfAccepted(event: KeyboardEvent): Promise<void> {
  try {
    const { acceptsKey } = await import("#studio/ui/shortcuts/accepts-key.ts");
    if (acceptsKey(event, document.body)) openShortcutSheet();
  } catch {
    // Without the server, the sheet couldn't be loaded either.
  }
}
