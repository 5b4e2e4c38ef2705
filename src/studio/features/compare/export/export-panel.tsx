/** The Export panel. Never shown in blind judging: the names in its files reveal which clip is which. */
import { useState } from "react";
import type { Region } from "#comparison/engine/comparison.ts";
import * as messages from "#messages/export.ts";
import { useStore } from "#studio/store/use-store.ts";
import { SegmentedControl } from "#studio/ui/forms/segmented-control.tsx";
import type { Compared } from "../sides/compared.ts";
import { Choice } from "./export-section.tsx";
import { SheetExport } from "./sheet-export.tsx";
import { StillExport } from "./still-export.tsx";
import { useExport } from "./use-export.ts";
import { VideoExport } from "./video-export.tsx";

/** Exports a still, a contact sheet or a video, one at a time. */
export function ExportPanel({ compared }: { compared: Compared }) {
  const { comparison } = compared;
  const job = useExport();
  const [wanted, setWanted] = useState<"whole" | "region">("region");
  const startFrame = useStore(comparison, (state) => state.region?.startFrame ?? null);
  const endFrame = useStore(comparison, (state) => state.region?.endFrame ?? null);
  const frameCount = useStore(comparison, (state) => state.frameCount);

  const region = startFrame === null || endFrame === null ? null : { startFrame, endFrame };
  const whole: Region = { startFrame: 0, endFrame: frameCount - 1 };
  const chosen = wanted === "region" && region ? region : whole;
  return (
    <div className="grid gap-6">
      {region && (
        <Choice label={messages.range}>
          <SegmentedControl<"whole" | "region">
            legend={messages.range}
            value={wanted}
            onChange={setWanted}
            segments={[
              { value: "region", label: messages.ranges.region },
              { value: "whole", label: messages.ranges.whole },
            ]}
          />
        </Choice>
      )}
      <div className="grid gap-6 [&>section+section]:border-t [&>section+section]:border-line [&>section+section]:pt-6">
        <StillExport compared={compared} job={job} />
        <SheetExport compared={compared} job={job} region={chosen} />
        <VideoExport compared={compared} job={job} region={chosen} />
      </div>
    </div>
  );
}
