import type { CSSProperties, ReactNode } from "react";
import { classes } from "./classes.ts";

interface ClipPlaceholderProps {
  /** Aspect ratio, such as "16:9". */
  ratio: string;
  /** A CSS background; neutral by default. */
  background?: string;
  /** Turns off the animation, because nothing is in progress. */
  isStill?: boolean;
  className?: string;
  children?: ReactNode;
}

/** The placeholder of a clip: a frame of its ratio with a slow fade, or without it under reduced motion. */
export function ClipPlaceholder(props: ClipPlaceholderProps) {
  const { ratio, background, isStill = false, className, children } = props;
  const style: CSSProperties = { aspectRatio: ratio.replace(":", " / ") };
  return (
    <div style={style} className={classes("relative overflow-hidden rounded-6", className)}>
      <div
        aria-hidden="true"
        className={classes("absolute inset-0 bg-line", isStill ? "opacity-55" : "slow-pulse")}
        style={background === undefined ? undefined : { background }}
      />
      {children !== undefined && <div className="relative size-full">{children}</div>}
    </div>
  );
}
