/** How fast a comparison can be played. */
import { SPEEDS } from "#studio/ui/playback/settings/speeds.ts";

/** The next available speed in a direction; the same speed if there is none. */
export function nextSpeed(speed: number, direction: 1 | -1): number {
  const further = SPEEDS.filter((other) => (direction > 0 ? other > speed : other < speed));
  return (direction > 0 ? further[0] : further.at(-1)) ?? speed;
}
