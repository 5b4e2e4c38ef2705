import { type ReactNode, useId } from "react";
import { classes } from "./classes.ts";

interface RadioGroupProps {
  legend: string;
  /** Hides the legend from the eye, not from assistive technology. */
  isLegendHidden?: boolean;
  /** How the choices stand, such as "grid grid-cols-2 gap-2". */
  className?: string;
  children: ReactNode;
}

/** A fieldset of radio inputs, named by its legend. */
export function RadioGroup({ legend, isLegendHidden, className, children }: RadioGroupProps) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: ARIA in HTML allows radiogroup on a fieldset
    <fieldset role="radiogroup" aria-labelledby={id} className="min-w-0">
      <legend id={id} className={isLegendHidden ? "sr-only" : "mb-1.5 text-13 font-medium"}>
        {legend}
      </legend>
      <div className={classes("grid gap-2", className)}>{children}</div>
    </fieldset>
  );
}
