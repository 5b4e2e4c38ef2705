import { type ReactNode, useId } from "react";

/** A titled group of settings. */
export function SettingsSection({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="grid gap-3 border-t border-line py-4 first:border-0 first:pt-0 last:pb-0"
    >
      <h3 id={id} className="text-14 font-semibold">
        {title}
      </h3>
      {children}
    </section>
  );
}

/** A label with a control beside it, or below it where there is no room. */
export function SettingsRow({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5">
      <span aria-hidden="true" className="text-13 font-medium">
        {label}
      </span>
      {children}
    </div>
  );
}
