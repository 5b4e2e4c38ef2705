import type { ComponentProps, ReactNode } from "react";
import { classes } from "#studio/ui/classes.ts";
import { type ButtonVariant, buttonClasses } from "./button-classes.ts";

interface AnchorButtonProps extends ComponentProps<"a"> {
  href: string;
  variant?: ButtonVariant;
  icon?: ReactNode;
}

/** A link styled as a button that the browser follows itself, such as a download or another site. */
export function AnchorButton({ variant, icon, className, children, ...rest }: AnchorButtonProps) {
  return (
    <a {...rest} className={classes(buttonClasses(variant), className)}>
      {icon}
      <span className="contents">{children}</span>
    </a>
  );
}
