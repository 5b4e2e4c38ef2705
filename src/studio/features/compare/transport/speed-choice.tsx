import type { Playing } from "#comparison/engine/comparison.ts";
import * as messages from "#messages/compare-transport.ts";
import { useStore } from "#studio/store/use-store.ts";
import { SPEEDS } from "#studio/ui/playback/settings/speeds.ts";
import { TRANSPORT_SHORTCUTS as KEYS } from "../shortcuts/transport-shortcuts.ts";

/** Selects the playback speed. */
export function SpeedChoice({ comparison }: { comparison: Playing }) {
  const speed = useStore(comparison, (state) => state.speed);
  return (
    <select
      aria-label={messages.speed}
      aria-keyshortcuts={[...KEYS.decreaseSpeed.keys, ...KEYS.increaseSpeed.keys].join(" ")}
      value={speed}
      onChange={(event) => comparison.setSpeed(Number(event.currentTarget.value))}
      className="field-sizing-content h-8 rounded-6 bg-transparent px-1 text-12 tabular-nums hover:bg-hover pointer-coarse:h-11"
    >
      {SPEEDS.map((value) => (
        <option key={value} value={value}>
          {messages.speedOf(value)}
        </option>
      ))}
    </select>
  );
}
