import { X } from "lucide-react";
import { useEffect, useState } from "react";
import { useStore } from "#studio/store/use-store.ts";
import { Button } from "#studio/ui/buttons/button.tsx";
import { IconButton } from "#studio/ui/buttons/icon-button.tsx";
import { dismissToast, type Toast, toastStore } from "./toast-store.ts";

/** Long enough to read two lines and reach the button. */
const SHOWN_MS = 12_000;

/** Renders the toasts. Mounted once by the shell. */
export function Toaster({ closeLabel }: { closeLabel: string }) {
  const toasts = useStore(toastStore, (current) => current);
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-4 bottom-[calc(var(--tab-bar)+5rem)] lg:bottom-4 z-30 grid justify-items-center gap-2"
    >
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} closeLabel={closeLabel} />
      ))}
    </div>
  );
}

/** Stays while it has an action, or while the pointer or the focus is on it. */
function ToastCard({ toast, closeLabel }: { toast: Toast; closeLabel: string }) {
  const { id, text, action } = toast;
  const [isHeld, setIsHeld] = useState(false);
  const isKept = isHeld || action !== undefined;

  useEffect(() => {
    if (isKept) return;
    const timer = setTimeout(() => dismissToast(id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [id, isKept]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only holds the timer; the buttons inside are the controls
    <div
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
      onPointerEnter={() => setIsHeld(true)}
      onPointerLeave={() => setIsHeld(false)}
      className="pointer-events-auto flex max-w-md items-center gap-2 rounded-10 bg-raised py-1.5 pr-1.5 pl-4 text-13 shadow-lg inset-ring inset-ring-line"
    >
      <p className="min-w-0 flex-1 py-1">{text}</p>
      {action && (
        <Button
          onClick={() => {
            dismissToast(id);
            action.onAction();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton label={closeLabel} icon={<X size={16} />} onClick={() => dismissToast(id)} />
    </div>
  );
}
