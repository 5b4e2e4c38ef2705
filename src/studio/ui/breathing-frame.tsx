import type { CSSProperties, ReactNode } from "react";
import { classes } from "./classes.ts";

interface BreathingFrameProps {
  /** Width to height, such as "16:9". */
  ratio: string;
  /** A CSS background; a quiet neutral one when left out. */
  background?: string;
  className?: string;
  children?: ReactNode;
}

/** The place of a clip that is not there yet: a frame of its shape that breathes slowly, or stands still under reduced motion. */
export function BreathingFrame({ ratio, background, className, children }: BreathingFrameProps) {
  const style: CSSProperties = { aspectRatio: ratio.replace(":", " / ") };
  return (
    <div style={style} className={classes("relative overflow-hidden rounded-6", className)}>
      <div
        aria-hidden="true"
        className="breathe absolute inset-0 bg-line"
        style={background === undefined ? undefined : { background }}
      />
      {children !== undefined && <div className="relative size-full">{children}</div>}
    </div>
  );
}
