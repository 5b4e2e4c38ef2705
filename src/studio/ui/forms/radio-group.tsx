import { type ReactNode, useId } from "react";
import { classes } from "#studio/ui/classes.ts";

interface RadioGroupProps {
  legend: string;
  /** Layout of the options, such as "grid grid-cols-2 gap-2". */
  className?: string;
  children: ReactNode;
}

/** A fieldset of radio inputs, named by its legend. */
export function RadioGroup({ legend, className, children }: RadioGroupProps) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: ARIA in HTML allows radiogroup on a fieldset
    <fieldset role="radiogroup" aria-labelledby={id} className="min-w-0">
      <legend id={id} className="mb-1.5 text-13 font-medium">
        {legend}
      </legend>
      <div className={classes("grid gap-2", className)}>{children}</div>
    </fieldset>
  );
}
