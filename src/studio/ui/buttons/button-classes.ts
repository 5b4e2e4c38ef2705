/** The style of buttons and of links that look like buttons. */
import { classes } from "#studio/ui/classes.ts";

/** `primary`: the main action on the screen · `quiet`: everything else. */
export type ButtonVariant = "primary" | "quiet";
export type ButtonSize = "regular" | "large";

const SHAPE =
  "inline-flex select-none items-center justify-center gap-2 whitespace-nowrap rounded-6 font-medium no-underline " +
  "transition-colors duration-100 pointer-coarse:min-h-11 pointer-coarse:min-w-11 " +
  "disabled:cursor-not-allowed aria-disabled:cursor-not-allowed";

const SIZES: Readonly<Record<ButtonSize, string>> = {
  regular: "min-h-8 px-3 py-1 text-13",
  large: "min-h-10 px-4 py-2 text-14",
};

const VARIANTS: Readonly<Record<ButtonVariant, string>> = {
  primary:
    "bg-accent text-on-accent hover:bg-accent-hover disabled:bg-surface disabled:text-muted disabled:inset-ring disabled:inset-ring-line",
  quiet:
    "text-ink inset-ring inset-ring-line-strong/40 hover:bg-hover active:bg-pressed disabled:text-muted disabled:inset-ring-line disabled:hover:bg-transparent " +
    "aria-pressed:bg-pressed aria-pressed:inset-ring-2 aria-pressed:inset-ring-ink",
};

/** Class names of a button. */
export function buttonClasses(
  variant: ButtonVariant = "quiet",
  size: ButtonSize = "regular",
): string {
  return classes(SHAPE, SIZES[size], VARIANTS[variant]);
}
