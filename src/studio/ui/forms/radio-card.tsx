import { type ComponentProps, type ReactNode, useId } from "react";
import { classes } from "#studio/ui/classes.ts";

interface RadioCardProps extends Omit<ComponentProps<"input">, "type" | "children"> {
  /** The accessible name of the radio input. */
  label: string;
  /** Shown instead of the label where there is little room. */
  shown?: string;
  /** Shown at the end of the label's line, such as a price. Not part of the name. */
  aside?: ReactNode;
  /** Drawn above or beside the label; decorative. */
  icon?: ReactNode;
  /** A dot in the mode's colour beside the label. */
  tone?: "std" | "pro";
  /** The accessible description of the radio input. */
  detail?: ReactNode;
  /** `column` puts the icon above the label; `row` is for a wide card. */
  layout?: "column" | "row";
}

/** One option of a {@link RadioGroup}: a native radio input with a fully clickable card. */
export function RadioCard({
  label,
  shown,
  aside,
  icon,
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
        "focus-within-ring relative flex cursor-pointer rounded-10 inset-ring inset-ring-line transition-colors duration-100",
        "hover:bg-hover has-checked:bg-pressed has-checked:inset-ring-2 has-checked:inset-ring-ink",
        "has-disabled:cursor-not-allowed has-disabled:text-muted pointer-coarse:min-h-11",
        layout === "column"
          ? "flex-col items-center justify-center gap-0.5 p-1.5"
          : "flex-col gap-0.5 p-2.5",
        className,
      )}
    >
      <input
        {...rest}
        type="radio"
        {...(shown === undefined ? { "aria-labelledby": `${id}-label` } : { "aria-label": label })}
        aria-describedby={detail === undefined ? undefined : `${id}-detail`}
        className="absolute inset-0 size-full cursor-[inherit] appearance-none rounded-10 outline-none"
      />
      {icon !== undefined && (
        <span aria-hidden="true" className="pointer-events-none grid place-items-center">
          {icon}
        </span>
      )}
      <span className="pointer-events-none flex items-center gap-1.5 text-13 font-medium tabular-nums">
        <span id={`${id}-label`}>{shown ?? label}</span>
        {tone !== undefined && (
          <span
            aria-hidden="true"
            className={classes("size-2 rounded-full", tone === "std" ? "bg-std" : "bg-pro")}
          />
        )}
        {aside !== undefined && (
          <span aria-hidden="true" className="ml-auto">
            {aside}
          </span>
        )}
      </span>
      {detail !== undefined && (
        <span id={`${id}-detail`} className="pointer-events-none grid gap-0.5 text-12 text-muted">
          {detail}
        </span>
      )}
    </label>
  );
}
