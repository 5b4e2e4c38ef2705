import { useState } from "react";
import type { SheetPlayer } from "#comparison/takes/sheet-player.ts";
import * as messages from "#messages/takes.ts";
import { useTransportAnnouncements } from "#studio/features/compare/transport/use-transport-announcements.ts";
import { useShortcuts } from "#studio/ui/shortcuts/use-shortcuts.ts";
import { PLAYING_SHORTCUTS } from "../shortcuts/transport-shortcuts.ts";
import { LoopButton, MarkTools } from "../transport/loop-tools.tsx";
import { PlayButtons } from "../transport/play-buttons.tsx";
import { Scrubber } from "../transport/scrubber.tsx";
import { SpeedChoice } from "../transport/speed-choice.tsx";
import { TimeReadout } from "../transport/time-readout.tsx";
import { TroubleNote } from "../transport/trouble-note.tsx";

const KEYS = Object.values(PLAYING_SHORTCUTS);

/** The transport for all takes, with the same shortcuts as the comparison. */
export function SheetTransport({ player }: { player: SheetPlayer }) {
  const [region, setRegion] = useState<HTMLElement | null>(null);
  useTransportAnnouncements(player, messages.sides);
  useShortcuts(region, KEYS, { comparison: player });
  return (
    <section ref={setRegion} aria-label={messages.sheet} className="@container grid gap-1">
      <Scrubber comparison={player}>
        <div className="h-6 rounded-6 bg-on-stage/10 pointer-coarse:h-11" />
      </Scrubber>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <PlayButtons comparison={player} />
        <div className="flex flex-wrap gap-x-3 text-12 text-on-stage-muted tabular-nums">
          <TimeReadout comparison={player} />
          <TroubleNote comparison={player} />
        </div>
        <div className="ml-auto flex items-center gap-x-1">
          <LoopButton comparison={player} />
          <MarkTools comparison={player} />
          <SpeedChoice comparison={player} />
        </div>
      </div>
    </section>
  );
}
