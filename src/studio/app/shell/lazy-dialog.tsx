import { type ComponentType, lazy, useEffect } from "react";
import { partMissingDetail } from "#messages/shell.ts";
import { showToast } from "#studio/ui/overlays/toast-store.ts";

interface DialogProps {
  onClose: () => void;
}

/** A dialog that is loaded when it is first opened. If it can't be loaded, a message says so instead. */
export function lazyDialog<Props extends DialogProps>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async (): Promise<{ default: ComponentType<Props> }> => {
    try {
      return { default: await load() };
    } catch {
      return { default: NotLoaded };
    }
  });
}

function NotLoaded({ onClose }: DialogProps) {
  useEffect(() => {
    showToast(partMissingDetail);
    onClose();
  }, [onClose]);
  return null;
}
