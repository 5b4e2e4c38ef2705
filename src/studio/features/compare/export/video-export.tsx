import { useState } from "react";
import { createTimeline } from "#comparison/clock/timeline.ts";
import type { Region } from "#comparison/engine/comparison.ts";
import { framesOf, type VideoJob } from "#comparison/export/job.ts";
import { layOut } from "#comparison/export/layout.ts";
import { exportView } from "#comparison/export/paint-frame.ts";
import { runJob } from "#comparison/export/run-job.ts";
import { VIDEO_LONGEST } from "#comparison/export/video-size.ts";
import { fitTogether } from "#comparison/geometry/fitting.ts";
import { SIDES } from "#comparison/sides.ts";
import type { AudibleSide } from "#comparison/sound/audible-side.ts";
import { sound } from "#messages/common.ts";
import * as messages from "#messages/export.ts";
import { SegmentedControl } from "#studio/ui/forms/segmented-control.tsx";
import type { Compared } from "../sides/compared.ts";
import { captionsOf, frameText } from "./captions.ts";
import { Choice, ExportSection } from "./export-section.tsx";
import { exportFileName } from "./file-names.ts";
import type { ExportJob } from "./use-export.ts";

interface VideoExportProps {
  compared: Compared;
  job: ExportJob;
  region: Region;
}

type Arrangement = "side" | "wipe";

/** Exports both clips as one video. */
export function VideoExport({ compared, job, region }: VideoExportProps) {
  const { comparison, sides, view } = compared;
  const { media } = comparison;
  const sidesWithSound = SIDES.filter((side) => media[side].sound);
  const [arrangement, setArrangement] = useState<Arrangement>(() =>
    view.getState().view === "wipe" ? "wipe" : "side",
  );
  const [wanted, setWanted] = useState<AudibleSide>(comparison.getState().audible);
  const audible = audibleOrDefault(wanted, sidesWithSound);
  const { width, height } = layOut(fitTogether(media), arrangement, {
    longest: VIDEO_LONGEST,
  }).size;
  const { frameRate } = comparison.getState();
  const seconds = (region.endFrame - region.startFrame + 1) / frameRate;

  function handleBegin() {
    // Playback would use about half of the time that rendering needs.
    comparison.pause();
    const { offsetFrames } = comparison.getState();
    const timeline = createTimeline(media, offsetFrames);
    const chosenView = { ...exportView(view.getState()), view: arrangement };
    const videoJob: VideoJob = {
      kind: "video",
      media,
      offsetFrames,
      region,
      audible,
      view: chosenView,
      captions: captionsOf(sides, chosenView),
      times: framesOf(region).map((frame) => frameText(timeline, frame)),
    };
    job.begin({
      action: "video",
      fileName: exportFileName(sides, messages.fileParts.video, "mp4"),
      make: (options) => runJob(videoJob, options),
    });
  }

  return (
    <ExportSection
      action="video"
      text={messages.videoText}
      button={messages.saveVideo}
      job={job}
      onBegin={handleBegin}
    >
      <Choice label={messages.arrangement}>
        <SegmentedControl<Arrangement>
          legend={messages.arrangement}
          value={arrangement}
          onChange={setArrangement}
          segments={[
            { value: "side", label: messages.arrangements.side },
            { value: "wipe", label: messages.arrangements.wipe },
          ]}
        />
        {arrangement === "wipe" && <p className="text-muted">{messages.wipeNote}</p>}
      </Choice>
      {sidesWithSound.length > 0 ? (
        <Choice label={sound}>
          <SegmentedControl<AudibleSide>
            legend={sound}
            value={audible}
            onChange={setWanted}
            segments={[
              ...sidesWithSound.map((side) => ({ value: side, label: sides[side].name })),
              { value: "none", label: messages.soundNone },
            ]}
          />
        </Choice>
      ) : (
        <p className="text-13 text-muted">{messages.silent}</p>
      )}
      <p className="text-13 text-muted tabular-nums">
        {messages.videoFacts({ width, height, frameRate, seconds })}
      </p>
    </ExportSection>
  );
}

/** The requested sound if it exists, because a clip may have no sound or may have been replaced. */
function audibleOrDefault(
  audible: AudibleSide,
  sidesWithSound: readonly AudibleSide[],
): AudibleSide {
  return audible === "none" || sidesWithSound.includes(audible)
    ? audible
    : (sidesWithSound[0] ?? "none");
}
