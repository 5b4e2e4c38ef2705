import type { ComponentProps } from "react";
import { classes } from "#studio/ui/classes.ts";
import { Spinner } from "#studio/ui/spinner.tsx";
import { type ButtonSize, type ButtonVariant, buttonClasses } from "./button-classes.ts";

interface ButtonProps extends ComponentProps<"button"> {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Shows a spinner before the text and ignores clicks. The focus stays on the button. */
  isLoading?: boolean;
}

/** A native button in the studio's style. `type` defaults to "button". */
export function Button({
  variant,
  size,
  isLoading = false,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-busy={isLoading || undefined}
      aria-disabled={isLoading || rest["aria-disabled"]}
      onClick={isLoading ? (event) => event.preventDefault() : onClick}
      className={classes(buttonClasses(variant, size), className)}
    >
      {isLoading && <Spinner />}
      {/* A separate element, because inserting the spinner before a bare text node fails on a translated page. */}
      <span className="contents">{children}</span>
    </button>
  );
}
