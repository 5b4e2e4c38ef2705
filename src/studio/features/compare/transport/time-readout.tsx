import type { Playing } from "#comparison/engine/comparison.ts";
import * as messages from "#messages/compare-transport.ts";
import { useStore } from "#studio/store/use-store.ts";
import { classes } from "#studio/ui/classes.ts";
import { formatSeconds } from "../shared/format-seconds.ts";

/** Time and number of the current frame. Screen readers get them from the slider instead. */
export function TimeReadout({ comparison }: { comparison: Playing }) {
  const frame = useStore(comparison, (state) => state.frame);
  const count = useStore(comparison, (state) => state.frameCount);
  const rate = useStore(comparison, (state) => state.frameRate);
  const lastTime = messages.time(formatSeconds(count - 1, rate));
  return (
    <p className="flex gap-x-1.5 leading-4 whitespace-nowrap @3xl:@max-6xl:flex-col">
      <Steady widest={lastTime} className="text-on-stage">
        {messages.time(formatSeconds(frame, rate))}
      </Steady>
      <span aria-hidden="true" className="@3xl:@max-6xl:hidden">
        ·
      </span>
      <Steady widest={messages.frameOf(count, count)}>{messages.frameOf(frame + 1, count)}</Steady>
    </p>
  );
}

interface SteadyProps {
  widest: string;
  className?: string;
  children: string;
}

/** Reserves the width of the widest text, so that its neighbours do not move. */
function Steady({ widest, className, children }: SteadyProps) {
  return (
    <span
      data-widest={widest}
      className={classes(
        "inline-grid after:invisible after:h-0 after:overflow-hidden after:content-[attr(data-widest)]",
        className,
      )}
    >
      {children}
    </span>
  );
}
