import type { Playing } from "#comparison/engine/comparison.ts";
import * as messages from "#messages/compare-transport.ts";
import { useStore } from "#studio/store/use-store.ts";

/** Shows whether playback is buffering, and how many frames were dropped. */
export function TroubleNote({ comparison }: { comparison: Playing }) {
  const isWaiting = useStore(comparison, (state) => state.isBuffering);
  const dropped = useStore(comparison, (state) => state.droppedFrames);
  const parts = [
    dropped > 0 && (
      <span key="dropped" title={messages.droppedWhy}>
        {messages.dropped(dropped)}
      </span>
    ),
    isWaiting && (
      <span key="waiting" className="transition-opacity delay-300 starting:opacity-0">
        {messages.waiting}
      </span>
    ),
  ];
  // Where the note is a line of its own below two others, the line is always there, so that the picture above keeps its
  // size.
  return (
    <p className="flex gap-x-2 leading-4 whitespace-nowrap empty:hidden @3xl:@max-6xl:empty:flex @3xl:@max-6xl:h-4">
      {parts}
    </p>
  );
}
