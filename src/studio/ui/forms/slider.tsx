import type { ComponentProps } from "react";
import { classes } from "#studio/ui/classes.ts";

interface SliderProps extends Omit<ComponentProps<"input">, "type" | "aria-label"> {
  label: string;
  /** The value that screen readers announce instead of the number. */
  valueText?: string;
}

/** A native range input. `--filled` (set by its owner, 0% to 100%) colours the part before the thumb. */
export function Slider({ label, valueText, className, ...rest }: SliderProps) {
  return (
    <input
      {...rest}
      type="range"
      aria-label={label}
      aria-valuetext={valueText}
      className={classes("slider", className)}
    />
  );
}
