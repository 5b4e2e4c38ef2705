import { useState } from "react";
import * as words from "#messages/take-away.ts";
import { SegmentedControl } from "#studio/ui/segmented-control.tsx";
import type { Compared } from "../compared.ts";
import type { Region } from "../engine/comparison.ts";
import { takeAwayName } from "./file-names.ts";
import { labelsOf } from "./labels.ts";
import { runJob } from "./run-job.ts";
import { momentsOf, SHEET_COLUMNS } from "./sheet-layout.ts";
import { Choice, TakeAwaySection } from "./take-away-section.tsx";
import type { Work } from "./use-work.ts";

interface TakeSheetProps {
  compared: Compared;
  work: Work;
  region: Region;
}

/** Several moments as one picture. */
export function TakeSheet({ compared: { comparison, sides }, work, region }: TakeSheetProps) {
  const [columns, setColumns] = useState<number>(SHEET_COLUMNS[1]);

  function handleBegin() {
    const { offsetFrames } = comparison.getState();
    work.begin({
      action: "sheet",
      fileName: takeAwayName(sides, words.fileParts.sheet, "png"),
      make: (options) =>
        runJob(
          {
            kind: "sheet",
            media: comparison.media,
            labels: labelsOf(sides),
            offsetFrames,
            region,
            columns,
          },
          options,
        ),
    });
  }

  return (
    <TakeAwaySection
      action="sheet"
      text={words.sheetText(momentsOf(region, columns).length)}
      button={words.saveSheet}
      work={work}
      onBegin={handleBegin}
    >
      <Choice label={words.moments}>
        <SegmentedControl
          legend={words.moments}
          value={String(columns)}
          onChange={(value) => setColumns(Number(value))}
          segments={SHEET_COLUMNS.map((count) => ({ value: String(count), label: String(count) }))}
        />
      </Choice>
    </TakeAwaySection>
  );
}
