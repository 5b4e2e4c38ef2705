/** Benchmarks rendering, also relative to the encoder alone. */
import { performance } from "node:perf_hooks";
import type { ResolvedRequest } from "#kirin/request.ts";
import { createPainter } from "#renderer/create-painter.ts";
import { renderClip } from "#renderer/encode/render-clip.ts";
import type { FramePainter } from "#renderer/frame-painter.ts";
import { renderRequest } from "#renderer/render-request.ts";

const STD: ResolvedRequest = {
  prompt: "A lighthouse above a stormy sea at dusk, slow dolly-in, rain",
  negativePrompt: "",
  mode: "std",
  sound: false,
  aspectRatio: "16:9",
  durationSeconds: 5,
  watermark: false,
};
const PRO: ResolvedRequest = { ...STD, mode: "pro", sound: true, durationSeconds: 10 };
/** A whole 5 s clip, whose painted frames fit into memory at every size (373 MB for Pro). */
const COMPARED_FRAMES = 120;
const WARM_UP_FRAMES = 24;

/** Renders a std and a pro clip in this process. Returns a line for each figure. */
export async function benchRender(): Promise<string[]> {
  // Loads the codecs and warms up the compiler.
  await renderClip({ painter: firstFrames(createPainter(STD), WARM_UP_FRAMES), sound: null });
  return [
    await wholeClip("5 s std", STD),
    await wholeClip("10 s pro with sound", PRO),
    await againstEncoder("5 s std", STD),
    await againstEncoder("5 s pro", { ...PRO, durationSeconds: 5 }),
  ];
}

async function wholeClip(name: string, request: ResolvedRequest): Promise<string> {
  const seconds = await secondsOf(() => renderRequest(request));
  const rate = request.durationSeconds / seconds;
  return `${name}: ${seconds.toFixed(2)} s, ${rate.toFixed(2)} seconds of clip per second`;
}

/** Compares painting and encoding with encoding the same frames painted beforehand. */
async function againstEncoder(name: string, request: ResolvedRequest): Promise<string> {
  const whole = await secondsOf(() => renderClip({ painter: createPainter(request), sound: null }));
  const started = process.cpuUsage();
  const painter = createPainter(request);
  for (let index = 0; index < COMPARED_FRAMES; index += 1) painter.paint(index);
  const painting = cpuSecondsSince(started);
  const painted = paintAll(painter);
  const encoding = process.cpuUsage();
  const encoder = await secondsOf(() => renderClip({ painter: painted, sound: null }));
  const encoderCpu = cpuSecondsSince(encoding);
  const perFrame = (seconds: number) => `${((1000 * seconds) / COMPARED_FRAMES).toFixed(1)} ms`;
  return [
    `${name}: whole render / encoder alone = ${(whole / encoder).toFixed(2)}`,
    `whole ${perFrame(whole)} per frame, encoder ${perFrame(encoder)}`,
    `CPU time: painting with layers ${perFrame(painting)}, encoder ${perFrame(encoderCpu)}`,
    `painting takes ${((100 * painting) / (painting + encoderCpu)).toFixed(0)} % of the CPU time`,
  ].join("; ");
}

function firstFrames(painter: FramePainter, frameCount: number): FramePainter {
  return {
    frame: { ...painter.frame, frameCount },
    paint: (index) => painter.paint(index),
  };
}

/** CPU time of all threads, which does not depend on other work on the machine. */
function cpuSecondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

function paintAll(painter: FramePainter): FramePainter {
  const frames = Array.from({ length: painter.frame.frameCount }, (_, index) => {
    const pixels = painter.paint(index);
    return { ...pixels, data: pixels.data.slice() };
  });
  return {
    frame: painter.frame,
    paint(index) {
      const pixels = frames[index];
      if (!pixels) throw new RangeError(`There is no frame ${index}.`);
      return pixels;
    },
  };
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
