import type { ComponentProps, ReactNode } from "react";
import { classes } from "#studio/ui/classes.ts";

interface IconButtonProps extends Omit<ComponentProps<"button">, "aria-label" | "children"> {
  /** The accessible name, also shown as the tooltip. */
  label: string;
  icon: ReactNode;
}

/** A square button that shows only an icon. */
export function IconButton({ label, icon, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      title={label}
      {...rest}
      aria-label={label}
      className={classes(
        "inline-grid size-8 shrink-0 place-items-center rounded-6 transition-colors duration-100 pointer-coarse:size-11",
        "hover:bg-hover active:bg-pressed disabled:cursor-not-allowed disabled:opacity-45 aria-disabled:cursor-not-allowed aria-disabled:opacity-45 aria-pressed:bg-pressed aria-pressed:inset-ring-2 aria-pressed:inset-ring-ink",
        className,
      )}
    >
      {icon}
    </button>
  );
}
