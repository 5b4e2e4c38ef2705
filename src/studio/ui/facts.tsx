import { type ReactNode, useId } from "react";
import { classes } from "./classes.ts";

export interface Fact {
  label: string;
  value: ReactNode;
}

/** Labelled values. Each `dd` is named by its `dt`, so that "Cost" finds the cost. */
export function Facts({ items, className }: { items: readonly Fact[]; className?: string }) {
  const id = useId();
  return (
    <dl
      className={classes(
        "grid grid-cols-[minmax(5rem,auto)_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-13",
        className,
      )}
    >
      {items.map(({ label, value }, index) => (
        <div key={label} className="col-span-2 grid grid-cols-subgrid">
          <dt id={`${id}${index}`} className="text-muted">
            {label}
          </dt>
          {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: a definition may be named (ARIA 1.2); people and tests find the value by its label */}
          <dd
            dir="auto"
            aria-labelledby={`${id}${index}`}
            className="min-w-0 tabular-nums wrap-anywhere"
          >
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
