/** What all stages without a clip have in common: a frame of the clip's shape in the colours of its prompt, words below. */
import type { CSSProperties, ReactNode } from "react";
import { type KirinRequest, resolveRequest } from "#kirin/request.ts";
import { promptBackground } from "#studio/domain/prompt-colours.ts";
import { BreathingFrame } from "#studio/ui/breathing-frame.tsx";
import { classes } from "#studio/ui/classes.ts";

interface StageFrameProps {
  /** Names the region. */
  label: string;
  request: KirinRequest;
  /** Nothing happens at Kirin: the frame does not breathe. */
  isStill?: boolean;
  /** Stands in the middle of the frame. */
  centre: ReactNode;
  children: ReactNode;
}

// What the words below the frame leave of the stage: on a phone the page scrolls; between the sizes a strip of the details
// lies under the stage, on wide screens they are beside it.
const FRAME_HEIGHTS =
  "[--frame-height:48dvh] lg:[--frame-height:calc(100dvh-32.5rem)] xl:[--frame-height:calc(100dvh-25rem)]";

/** Fills the stage while there is no clip yet. */
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
        <BreathingFrame
          ratio={aspectRatio}
          background={promptBackground(prompt)}
          isStill={isStill === true}
        >
          {centre}
        </BreathingFrame>
      </div>
      {/* Room for what a generation usually tells, so that the frame stays where it is while that changes. */}
      <div className="grid min-h-44 w-full max-w-md content-start justify-items-center gap-2 text-center text-14 text-balance">
        {children}
      </div>
    </section>
  );
}

/** As wide as there is room for at this shape. */
function frameWidth(ratio: string): CSSProperties {
  const [width = 16, height = 9] = ratio.split(":").map(Number);
  return {
    width: `min(100%, 44rem, calc(max(8rem, min(var(--frame-height), var(--stage-max-height, 100dvh))) * ${width / height}))`,
  };
}
