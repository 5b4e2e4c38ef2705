import { createTimeline } from "#comparison/clock/timeline.ts";
import { exportView } from "#comparison/export/paint-frame.ts";
import { makeStill } from "#comparison/export/still.ts";
import { fitTogether } from "#comparison/geometry/fitting.ts";
import * as messages from "#messages/export.ts";
import { useStore } from "#studio/store/use-store.ts";
import type { Compared } from "../sides/compared.ts";
import { captionsOf, frameText } from "./captions.ts";
import { ExportSection } from "./export-section.tsx";
import { exportFileName } from "./file-names.ts";
import type { ExportJob } from "./use-export.ts";

/** Exports the current frame as a picture. */
export function StillExport({ compared, job }: { compared: Compared; job: ExportJob }) {
  const { comparison, view, sides } = compared;
  const isReady = useStore(comparison, (state) => state.isReady);
  const shownView = useStore(view, (state) => state.view);

  function handleBegin() {
    const shown = comparison.getShown();
    const { media } = comparison;
    const { offsetFrames, damage } = comparison.getState();
    if (!shown) return;
    job.begin({
      action: "still",
      fileName: exportFileName(sides, messages.fileParts.still(shown.frame + 1), "png"),
      make() {
        const timeline = createTimeline(media, offsetFrames);
        const shownView = exportView(view.getState());
        return makeStill({
          shown,
          timeline,
          fitted: fitTogether(media),
          view: shownView,
          captions: captionsOf(sides, shownView),
          time: frameText(timeline, shown.frame),
          damage,
        });
      },
    });
  }

  return (
    <ExportSection
      action="still"
      text={messages.stillText}
      button={messages.saveStill}
      job={job}
      onBegin={handleBegin}
      isReady={isReady}
    >
      {shownView === "blink" && <p className="text-13 text-muted">{messages.stillOfBlink}</p>}
    </ExportSection>
  );
}
