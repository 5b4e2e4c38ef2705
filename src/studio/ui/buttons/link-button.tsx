import type { ReactNode } from "react";
import { Link } from "wouter";
import { type ButtonVariant, buttonClasses } from "./button-classes.ts";

interface LinkButtonProps {
  href: string;
  variant?: ButtonVariant;
  children: ReactNode;
}

/** A link styled as a button that leads to another screen of the studio. */
export function LinkButton({ href, variant, children }: LinkButtonProps) {
  return (
    <Link href={href} className={buttonClasses(variant)}>
      {children}
    </Link>
  );
}
