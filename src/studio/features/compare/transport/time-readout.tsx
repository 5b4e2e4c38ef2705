import * as words from "#words/compare-transport.ts";
import type { Playing } from "../engine/comparison.ts";
import { formatSeconds } from "./format-seconds.ts";
import { useSelected } from "./use-selected.ts";

/** Time and number of the frame on the screen. Follows each frame, and says nothing to screen readers: the slider does. */
export function TimeReadout({ comparison }: { comparison: Playing }) {
  const frame = useSelected(comparison, (state) => state.frame);
  const count = useSelected(comparison, (state) => state.frameCount);
  const rate = useSelected(comparison, (state) => state.frameRate);
  const lastTime = formatSeconds(count - 1, rate);
  return (
    <p className="flex gap-x-1.5 leading-4 whitespace-nowrap @max-2xl:flex-col">
      {/* As wide as they ever get, so that nothing beside them moves. */}
      <span className="text-on-stage" style={{ minWidth: `${words.time(lastTime).length}ch` }}>
        {words.time(formatSeconds(frame, rate))}
      </span>
      <span aria-hidden="true" className="@max-2xl:hidden">
        ·
      </span>
      <span style={{ minWidth: `${words.frameOf(count, count).length - 1}ch` }}>
        {words.frameOf(frame + 1, count)}
      </span>
    </p>
  );
}
