import type { ReactNode } from "react";
import { classes } from "#studio/ui/classes.ts";

export interface Row {
  label: string;
  value: ReactNode;
  /** The value is on its own line under the label. */
  isWide?: boolean;
}

/**
 * Labelled values without accessible names. Kirin's parameters have the names of the form's fields, and only one
 * element on a screen should be called "Prompt".
 */
export function Rows({ items, className }: { items: readonly Row[]; className?: string }) {
  return (
    <dl
      className={classes(
        "grid grid-cols-[minmax(5rem,auto)_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-13",
        className,
      )}
    >
      {items.map(({ label, value, isWide = false }) => (
        <div key={label} className="col-span-2 grid grid-cols-subgrid">
          <dt className={classes("text-muted wrap-anywhere", isWide && "col-span-2")}>{label}</dt>
          <dd className={classes("min-w-0 tabular-nums wrap-anywhere", isWide && "col-span-2")}>
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
