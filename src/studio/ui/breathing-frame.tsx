import type { CSSProperties, ReactNode } from "react";
import { classes } from "./classes.ts";

interface BreathingFrameProps {
  /** Width to height, such as "16:9". */
  ratio: string;
  /** A CSS background; a quiet neutral one when left out. */
  background?: string;
  /** Does not breathe: nothing is at work on it. */
  isStill?: boolean;
  className?: string;
  children?: ReactNode;
}

/** The place of a clip that is not there yet: a frame of its shape that breathes slowly, or stands still under reduced motion. */
export function BreathingFrame(props: BreathingFrameProps) {
  const { ratio, background, isStill = false, className, children } = props;
  const style: CSSProperties = { aspectRatio: ratio.replace(":", " / ") };
  return (
    <div style={style} className={classes("relative overflow-hidden rounded-6", className)}>
      <div
        aria-hidden="true"
        className={classes("absolute inset-0 bg-line", isStill ? "opacity-55" : "breathe")}
        style={background === undefined ? undefined : { background }}
      />
      {children !== undefined && <div className="relative size-full">{children}</div>}
    </div>
  );
}
