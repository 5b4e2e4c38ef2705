import { createTimeline } from "#comparison/clock/timeline.ts";
import type { Comparison } from "#comparison/engine/comparison.ts";
import { damageOnTimeline } from "#comparison/engine/damage-place.ts";
import { SIDES } from "#comparison/sides.ts";
import { positionOf } from "#comparison/transport/scrub-target.ts";
import { useStore } from "#studio/store/use-store.ts";

/** Hatches the damaged parts on the strip: the left clip's along the top, the right one's along the bottom. */
export function DamageMarks({ comparison }: { comparison: Comparison }) {
  const damage = useStore(comparison, (state) => state.damage);
  const offsetFrames = useStore(comparison, (state) => state.offsetFrames);
  if (SIDES.every((side) => damage[side].length === 0)) return null;
  const timeline = createTimeline(comparison.media, offsetFrames);
  const { frameCount } = timeline;
  return SIDES.flatMap((side) =>
    damage[side].flatMap((frames) => {
      const place = damageOnTimeline(timeline, side, frames);
      if (place === null) return [];
      const start = positionOf(place.startFrame, frameCount);
      return (
        <div
          key={`${side} ${frames.first}`}
          aria-hidden="true"
          data-damaged={side}
          className={`pointer-events-none absolute h-1/2 min-w-1 bg-[repeating-linear-gradient(135deg,var(--color-danger)_0_3px,transparent_3px_7px)] ${side === "left" ? "top-0" : "bottom-0"}`}
          style={{
            left: start,
            width: `calc(${positionOf(place.endFrame, frameCount)} - ${start})`,
          }}
        />
      );
    }),
  );
}
