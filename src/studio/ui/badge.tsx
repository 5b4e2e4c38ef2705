import type { ReactNode } from "react";
import { classes } from "./classes.ts";

/** `std` and `pro` keep their colours everywhere; `danger` is for trouble only, `new` for news. */
export type BadgeTone = "std" | "pro" | "neutral" | "danger" | "new";

const TONES: Readonly<Record<BadgeTone, string>> = {
  std: "bg-std-soft text-std",
  pro: "bg-pro-soft text-pro",
  neutral: "text-muted inset-ring inset-ring-line",
  danger: "bg-danger-soft text-danger",
  new: "bg-accent text-on-accent",
};

/** One or two words that classify what stands beside them. */
export function Badge({ tone = "neutral", children }: { tone?: BadgeTone; children: ReactNode }) {
  return (
    <span
      className={classes(
        "inline-flex items-center gap-1 whitespace-nowrap rounded-6 px-1.5 text-12 font-medium tabular-nums",
        TONES[tone],
      )}
    >
      {children}
    </span>
  );
}
