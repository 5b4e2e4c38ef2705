import type { ReactNode } from "react";

/** A key, as it is written on the keyboard. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-grid h-5 min-w-5 place-items-center rounded-6 px-1 font-sans text-12 text-muted inset-ring inset-ring-line">
      {children}
    </kbd>
  );
}
