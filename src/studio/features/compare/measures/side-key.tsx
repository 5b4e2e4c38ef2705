import type { Side } from "#comparison/sides.ts";
import { classes } from "#studio/ui/classes.ts";
import type { SideLook } from "../stage/side-looks.ts";

/** A side's colour in charts: that of its mode, or a neutral one. */
export function lineColour({ tone }: SideLook, side: Side): string {
  if (tone === "std") return "text-std";
  if (tone === "pro") return "text-pro";
  return side === "left" ? "text-ink" : "text-muted";
}

/** The right side's line is dashed, so that colour is not the only difference. */
export function lineDashes(side: Side): string | undefined {
  return side === "right" ? "5 3" : undefined;
}

interface SideKeyProps {
  look: SideLook;
  side: Side;
}

/** A side's name with a sample of its line. */
export function SideKey({ look, side }: SideKeyProps) {
  return (
    <span className="inline-flex items-center gap-1.5 font-medium">
      <svg
        aria-hidden="true"
        viewBox="0 0 20 8"
        className={classes("h-2 w-5 shrink-0", lineColour(look, side))}
      >
        <path
          d="M0 4h20"
          stroke="currentColor"
          strokeWidth="2"
          strokeDasharray={lineDashes(side)}
        />
      </svg>
      <span>{look.name}</span>
    </span>
  );
}
