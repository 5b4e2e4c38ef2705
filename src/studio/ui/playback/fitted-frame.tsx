import type { CSSProperties, ReactNode } from "react";
import { classes } from "../classes.ts";

interface FittedFrameProps {
  /** Aspect ratio, such as "16:9". */
  ratio: string;
  className?: string;
  children: ReactNode;
}

/**
 * A box in a clip's ratio, as large as the width around it and `--stage-max-height` allow. Everything that stands where a
 * clip will be uses it, so that the clip arrives without moving anything.
 */
export function FittedFrame({ ratio, className, children }: FittedFrameProps) {
  const [width = "16", height = "9"] = ratio.split(":");
  const style: CSSProperties & Record<"--ratio", string> = { "--ratio": `${width} / ${height}` };
  return (
    <div
      style={style}
      className={classes(
        "relative mx-auto aspect-(--ratio) w-full max-w-[calc(var(--stage-max-height,68dvh)*(var(--ratio)))] self-center overflow-hidden",
        className,
      )}
    >
      {children}
    </div>
  );
}
