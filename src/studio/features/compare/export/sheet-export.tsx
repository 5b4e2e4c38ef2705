import { useState } from "react";
import type { Region } from "#comparison/engine/comparison.ts";
import { runJob } from "#comparison/export/run-job.ts";
import { SHEET_COLUMNS, sheetFrames } from "#comparison/export/sheet-layout.ts";
import { formatDecimal } from "#messages/common.ts";
import * as messages from "#messages/export.ts";
import { SegmentedControl } from "#studio/ui/forms/segmented-control.tsx";
import type { Compared } from "../sides/compared.ts";
import { namesOf } from "./captions.ts";
import { Choice, ExportSection } from "./export-section.tsx";
import { exportFileName } from "./file-names.ts";
import type { ExportJob } from "./use-export.ts";

interface SheetExportProps {
  compared: Compared;
  job: ExportJob;
  region: Region;
}

/** Exports several frames as one picture. */
export function SheetExport({ compared: { comparison, sides }, job, region }: SheetExportProps) {
  const [columns, setColumns] = useState<number>(SHEET_COLUMNS[1]);

  function handleBegin() {
    const { offsetFrames, frameRate } = comparison.getState();
    job.begin({
      action: "sheet",
      fileName: exportFileName(sides, messages.fileParts.sheet, "png"),
      make: (options) =>
        runJob(
          {
            kind: "sheet",
            media: comparison.media,
            offsetFrames,
            region,
            columns,
            captions: namesOf(sides),
            times: sheetFrames(region, columns).map((frame) =>
              messages.seconds(formatDecimal(frame / frameRate, 2)),
            ),
          },
          options,
        ),
    });
  }

  return (
    <ExportSection
      action="sheet"
      text={messages.sheetText(sheetFrames(region, columns).length)}
      button={messages.saveSheet}
      job={job}
      onBegin={handleBegin}
    >
      <Choice label={messages.frames}>
        <SegmentedControl
          legend={messages.frames}
          value={String(columns)}
          onChange={(value) => setColumns(Number(value))}
          segments={SHEET_COLUMNS.map((count) => ({ value: String(count), label: String(count) }))}
        />
      </Choice>
    </ExportSection>
  );
}
