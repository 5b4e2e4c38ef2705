import type { ReactNode } from "react";
import { classes } from "./classes.ts";

/** `std` and `pro` have the same colours everywhere; `danger` is for problems only, `new` for unseen items. */
export type BadgeTone = "std" | "pro" | "neutral" | "danger" | "new";

const TONES: Readonly<Record<BadgeTone, string>> = {
  std: "bg-std-soft text-std",
  pro: "bg-pro-soft text-pro",
  neutral: "text-muted inset-ring inset-ring-line",
  danger: "bg-danger-soft text-danger",
  new: "bg-ink text-paper",
};

/** One or two words that classify the item beside it. */
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
