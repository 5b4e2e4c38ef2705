import { type ComponentProps, type ReactNode, useId } from "react";
import { classes } from "./classes.ts";

interface RadioCardProps extends Omit<ComponentProps<"input">, "type" | "children"> {
  /** The radio's exact name. */
  label: string;
  /** Drawn above or beside the label; decoration only. */
  figure?: ReactNode;
  /** A dot in a tier's colour beside the label. */
  tone?: "std" | "pro";
  /** Everything else there is to know; the radio's description, not its name. */
  detail?: ReactNode;
  /** `column` for a figure above its label, `row` for a wide card. */
  layout?: "column" | "row";
}

/** One choice of a {@link RadioGroup}: a native radio input whose whole card can be pressed. */
export function RadioCard({
  label,
  figure,
  tone,
  detail,
  layout = "row",
  className,
  ...rest
}: RadioCardProps) {
  const id = useId();
  return (
    <label
      className={classes(
        "focus-within-ring relative flex cursor-pointer rounded-10 p-3 inset-ring inset-ring-line transition-colors duration-100",
        "hover:bg-hover has-checked:bg-raised has-checked:inset-ring-2 has-checked:inset-ring-accent-edge",
        "has-disabled:cursor-not-allowed has-disabled:text-muted pointer-coarse:min-h-11",
        layout === "column" ? "flex-col items-center justify-end gap-1.5" : "flex-col gap-0.5",
        className,
      )}
    >
      <input
        {...rest}
        type="radio"
        aria-labelledby={`${id}-label`}
        aria-describedby={detail === undefined ? undefined : `${id}-detail`}
        className="absolute inset-0 size-full cursor-[inherit] appearance-none rounded-10 outline-none"
      />
      {figure !== undefined && (
        <span aria-hidden="true" className="pointer-events-none grid place-items-center">
          {figure}
        </span>
      )}
      <span id={`${id}-label`} className="pointer-events-none text-13 font-medium tabular-nums">
        {label}
      </span>
      {tone !== undefined && (
        <span
          aria-hidden="true"
          className={classes(
            "pointer-events-none absolute top-4.5 right-3 size-2 rounded-full",
            tone === "std" ? "bg-std" : "bg-pro",
          )}
        />
      )}
      {detail !== undefined && (
        <span id={`${id}-detail`} className="pointer-events-none grid gap-0.5 text-12 text-muted">
          {detail}
        </span>
      )}
    </label>
  );
}
