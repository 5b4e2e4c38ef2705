/**
 * The layout that all stages without a clip share: a frame in the clip's ratio and the prompt's colours, where the clip
 * will be, with what is known written over it.
 */
import type { ReactNode } from "react";
import { type KirinRequest, resolveRequest } from "#kirin/request.ts";
import { classes } from "#studio/ui/classes.ts";
import { FittedFrame } from "#studio/ui/playback/fitted-frame.tsx";
import { promptBackground } from "#studio/ui/prompt-background.ts";

interface StageFrameProps {
  /** Accessible name of the region. */
  label: string;
  request: KirinRequest;
  /** Kirin is not working on it, so the frame is dark and doesn't move. */
  isStill?: boolean;
  className?: string;
  children: ReactNode;
}

/** Fills the stage until there is a clip. */
export function StageFrame({ label, request, isStill, className, children }: StageFrameProps) {
  const { aspectRatio, prompt } = resolveRequest(request);
  return (
    <section
      aria-label={label}
      className="@container grid min-w-0 grid-cols-[minmax(0,1fr)] bg-stage text-ink scheme-dark"
    >
      {/* Grows with text that is taller, so that the colours are behind all of it. */}
      <FittedFrame ratio={aspectRatio} className="col-start-1 row-start-1 min-h-full">
        <div
          aria-hidden="true"
          className={classes("absolute inset-0", isStill ? "opacity-30" : "slow-pulse")}
          style={{ background: promptBackground(prompt) }}
        />
        {/* Keeps the text readable over the brightest prompt. */}
        <div className="absolute inset-0 bg-stage/35" />
      </FittedFrame>
      <div
        className={classes(
          "relative col-start-1 row-start-1 grid w-full max-w-md content-center justify-self-center p-3 text-14 sm:p-4",
          className,
        )}
      >
        {children}
      </div>
    </section>
  );
}
