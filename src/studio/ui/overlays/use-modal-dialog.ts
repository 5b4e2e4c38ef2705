import { type RefObject, useLayoutEffect, useRef } from "react";

/** Opens a native dialog as modal while it is mounted. Give the ref to the `<dialog>`. */
export function useModalDialog(): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // Closed before it leaves the page, so that the browser restores the focus.
    return () => element?.close();
  }, []);
  return dialog;
}
