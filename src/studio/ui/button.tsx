import type { ComponentProps } from "react";
import { type ButtonSize, type ButtonVariant, buttonLook } from "./button-look.ts";
import { classes } from "./classes.ts";
import { Spinner } from "./spinner.tsx";

interface ButtonProps extends ComponentProps<"button"> {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Something is under way: a spinner turns before the text and presses do nothing; the focus stays where it is. */
  isLoading?: boolean;
}

/** A native button in the house's look. `type` is "button" unless said otherwise. */
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
      className={classes(buttonLook(variant, size), className)}
    >
      {isLoading && <Spinner />}
      {/* An element of its own: a translated page cannot put the spinner before bare text. */}
      <span className="contents">{children}</span>
    </button>
  );
}
