import type { RefObject } from "react";
import type { Playing } from "#comparison/engine/comparison.ts";
import { dragMark, type Mark } from "#comparison/transport/marks.ts";
import { positionOf } from "#comparison/transport/scrub-target.ts";
import * as messages from "#messages/compare-transport.ts";
import { useStore } from "#studio/store/use-store.ts";
import { RegionMark } from "./region-mark.tsx";

interface RegionMarksProps {
  comparison: Playing;
  strip: RefObject<HTMLElement | null>;
  isBlind: boolean;
}

/** The looped region between two movable marks. The rest of the strip is dimmed. */
export function RegionMarks({ comparison, strip, isBlind }: RegionMarksProps) {
  const startFrame = useStore(comparison, (state) => state.region?.startFrame ?? null);
  const endFrame = useStore(comparison, (state) => state.region?.endFrame ?? null);
  const frameCount = useStore(comparison, (state) => state.frameCount);
  const frameRate = useStore(comparison, (state) => state.frameRate);
  if (startFrame === null || endFrame === null) return null;
  const region = { startFrame, endFrame };
  const marks = messages.marks(isBlind);

  function props(mark: Mark) {
    return {
      mark,
      region,
      frameCount,
      frameRate,
      strip,
      onMove(frame: number) {
        const moved = dragMark(region, { mark, frame, frameCount });
        comparison.setRegion(moved);
        return mark === "start" ? moved.startFrame : moved.endFrame;
      },
      onShow: (frame: number) => comparison.goToFrame(frame),
      onDrag: (frame: number) => comparison.scrubTo(frame),
      onDrop: () => comparison.endScrub(),
    };
  }

  return (
    <>
      <div
        aria-hidden="true"
        className="pointer-events-none absolute inset-y-0 left-0 bg-stage/70"
        style={{ width: positionOf(startFrame, frameCount) }}
      />
      <div
        aria-hidden="true"
        className="pointer-events-none absolute inset-y-0 right-0 bg-stage/70"
        style={{ left: positionOf(endFrame, frameCount) }}
      />
      <RegionMark {...props("start")} label={messages.startMark} letter={marks.start} />
      <RegionMark {...props("end")} label={messages.endMark} letter={marks.end} />
    </>
  );
}
