/** Renders a comparison as one MP4. Works in a worker. */
import { BufferTarget, Mp4OutputFormat, Output, VideoSample, VideoSampleSource } from "mediabunny";
import { createTimeline, type Timeline } from "../clock/timeline.ts";
import { fitTogether } from "../geometry/fitting.ts";
import type { Context2D } from "../paint/paint-comparison.ts";
import { chooseFormat } from "./choose-format.ts";
import { type Compose, createCanvasComposer } from "./compose.ts";
import { copySound, type SoundSpan, soundTrack } from "./copy-sound.ts";
import { readPairs } from "./frame-reader.ts";
import { framesOf, type Result, type VideoJob } from "./job.ts";
import { createBarPainter, createFramePainter } from "./paint-frame.ts";
import { createPlaneComposer } from "./planes/compose-planes.ts";

/** Renders the video. `onProgress` gets the completed part, 0 to 1. */
export async function renderVideo(
  job: VideoJob,
  onProgress: (part: number) => void,
): Promise<Result> {
  const { media, view, region } = job;
  const timeline = createTimeline(media, job.offsetFrames);
  const { frameRate } = timeline;
  const format = await chooseFormat({
    fitted: fitTogether(media),
    view: view.view,
    frameRate,
    bitRate: media.left.bitRate + media.right.bitRate,
  });
  if (!format) return { ok: false, reason: "no-encoder" };
  const { layout, encoding } = format;

  const target = new BufferTarget();
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: "in-memory" }), target });
  const picture = new VideoSampleSource(encoding);
  output.addVideoTrack(picture, { frameRate });
  const { audible } = job;
  const copied =
    audible === "none" ? null : await copySound(media[audible].blob, soundSpan(job, timeline));
  const sound = copied && soundTrack(copied);
  if (sound) output.addAudioTrack(sound.source);
  await output.start();
  await sound?.write();

  const paintBar = createBarPainter(layout, job.captions);
  const options = {
    layout,
    view,
    paintFrame: createFramePainter(layout, job.captions, view),
    paintBar: (context: Context2D, text: string) => paintBar(context, text, 0),
  };
  let compose: Compose | null = null;
  const frames = framesOf(region);
  let damagedFrames = 0;
  const reading = {
    media,
    timeline,
    onDamage(frameCount: number) {
      damagedFrames += frameCount;
    },
  };
  for await (const { frame, pictures } of readPairs(reading, frames)) {
    compose ??= createPlaneComposer(options, pictures) ?? createCanvasComposer(options);
    const done = frame - region.startFrame;
    const time = { startS: done / frameRate, lengthS: 1 / frameRate };
    const sample = new VideoSample(await compose(pictures, job.times[done] ?? "", time));
    try {
      // Resolves once the encoder accepts more, so that frames do not pile up.
      await picture.add(sample);
    } finally {
      sample.close();
    }
    onProgress((done + 1) / (frames.length + 1));
  }
  await output.finalize();
  if (!target.buffer) return { ok: false, reason: "failed" };
  const blob = new Blob([target.buffer], { type: "video/mp4" });
  const isSoundMissing = audible !== "none" && media[audible].sound !== null && !sound;
  const { codec } = encoding;
  return {
    ok: true,
    file: {
      blob,
      ...layout.size,
      isSmaller: format.isSmaller,
      codec,
      isSoundMissing,
      damagedFrames,
    },
  };
}

/**
 * Sound often lasts slightly longer than the picture and is kept up to this length. Beyond it the video would freeze.
 */
const OVERHANG_MAX_S = 0.5;

/** The span of the audible clip's sound that belongs to the video. */
function soundSpan(
  { audible, offsetFrames, region }: VideoJob,
  { frameRate, frameCount }: Timeline,
): SoundSpan {
  const delay = audible === "right" ? offsetFrames : 0;
  const isToTheEnd = region.endFrame === frameCount - 1;
  const frames = region.endFrame - region.startFrame + 1;
  return {
    startS: (region.startFrame - delay) / frameRate,
    lengthS: frames / frameRate + (isToTheEnd ? OVERHANG_MAX_S : 0),
  };
}
