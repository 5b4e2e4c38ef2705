/** Everything that can be taken away from a comparison. Not for blind judging: names and files tell which is which. */
import { useState } from "react";
import * as words from "#messages/take-away.ts";
import { SegmentedControl } from "#studio/ui/segmented-control.tsx";
import type { Compared } from "../compared.ts";
import type { Region } from "../engine/comparison.ts";
import { useSelected } from "../transport/use-selected.ts";
import { Choice } from "./take-away-section.tsx";
import { TakeFilm } from "./take-film.tsx";
import { TakeSheet } from "./take-sheet.tsx";
import { TakeStill } from "./take-still.tsx";
import { useWork } from "./use-work.ts";

/** Still, contact sheet and film; one at a time is made. */
export function TakeAwayPanel({ compared }: { compared: Compared }) {
  const { comparison } = compared;
  const work = useWork();
  const [wanted, setWanted] = useState<"whole" | "region">("region");
  const startFrame = useSelected(comparison, (state) => state.region?.startFrame ?? null);
  const endFrame = useSelected(comparison, (state) => state.region?.endFrame ?? null);
  const frameCount = useSelected(comparison, (state) => state.frameCount);

  const region = startFrame === null || endFrame === null ? null : { startFrame, endFrame };
  const whole: Region = { startFrame: 0, endFrame: frameCount - 1 };
  const chosen = wanted === "region" && region ? region : whole;
  return (
    <div className="grid gap-6">
      {region && (
        <Choice label={words.stretch}>
          <SegmentedControl<"whole" | "region">
            legend={words.stretch}
            value={wanted}
            onChange={setWanted}
            segments={[
              { value: "region", label: words.stretches.region },
              { value: "whole", label: words.stretches.whole },
            ]}
          />
        </Choice>
      )}
      <div className="grid gap-x-10 gap-y-8 lg:grid-cols-3">
        <TakeStill compared={compared} work={work} />
        <TakeSheet compared={compared} work={work} region={chosen} />
        <TakeFilm compared={compared} work={work} region={chosen} />
      </div>
    </div>
  );
}
