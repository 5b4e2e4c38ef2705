/**
 * The layout that all stages without a clip share: a frame in the clip's ratio and the prompt's colours, with text
 * below.
 */
import type { CSSProperties, ReactNode } from "react";
import { type KirinRequest, resolveRequest } from "#kirin/request.ts";
import { classes } from "#studio/ui/classes.ts";
import { ClipPlaceholder } from "#studio/ui/clip-placeholder.tsx";
import { promptBackground } from "#studio/ui/prompt-background.ts";

interface StageFrameProps {
  /** Accessible name of the region. */
  label: string;
  request: KirinRequest;
  /** Turns off the animation, because Kirin is not working on it. */
  isStill?: boolean;
  /** Centred in the frame. */
  centre: ReactNode;
  children: ReactNode;
}

// Height that the text below the frame leaves. Phones scroll; medium screens show part of the details under the stage;
// wide screens show the details beside it.
const FRAME_HEIGHTS =
  "[--frame-height:48dvh] lg:[--frame-height:calc(100dvh-32.5rem)] xl:[--frame-height:calc(100dvh-25rem)]";

/** Fills the stage until there is a clip. */
export function StageFrame({ label, request, isStill, centre, children }: StageFrameProps) {
  const { aspectRatio, prompt } = resolveRequest(request);
  return (
    <section
      aria-label={label}
      className={classes(
        "grid max-h-full min-h-full content-center-safe justify-items-center gap-4 overflow-y-auto bg-stage p-4 text-ink scheme-dark",
        FRAME_HEIGHTS,
      )}
    >
      <div style={frameWidth(aspectRatio)}>
        <ClipPlaceholder
          ratio={aspectRatio}
          background={promptBackground(prompt)}
          isStill={isStill === true}
        >
          {centre}
        </ClipPlaceholder>
      </div>
      {/* Reserves room for the usual text, so that the frame doesn't move when the text changes. */}
      <div className="grid min-h-44 w-full max-w-md content-start justify-items-center gap-2 text-center text-14 text-balance">
        {children}
      </div>
    </section>
  );
}

/** The largest width that fits at this ratio. */
function frameWidth(ratio: string): CSSProperties {
  const [width = 16, height = 9] = ratio.split(":").map(Number);
  return {
    width: `min(100%, 44rem, calc(max(8rem, min(var(--frame-height), var(--stage-max-height, 100dvh))) * ${width / height}))`,
  };
}
