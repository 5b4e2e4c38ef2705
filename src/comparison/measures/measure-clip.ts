/** Measures a clip in a worker. Reports are cached for as long as the clip is open. */

import { decodeSound } from "../decode/decode-sound.ts";
import type { ClipMedia } from "../media/clip-media.ts";
import type { MeasureReply, MeasureRequest } from "./measure-messages.ts";
import type { ClipReport } from "./report.ts";

interface MeasureOptions {
  /** Aborting stops the work immediately. */
  signal: AbortSignal;
  /** 0 to 1. */
  onProgress: (part: number) => void;
}

/** Reports of each clip, keyed by the pixel count at which the picture was measured. */
const reports = new WeakMap<ClipMedia, Map<number, ClipReport>>();

/** The cached report; null if there is none. */
export function cachedReport(media: ClipMedia, area: number): ClipReport | null {
  return reports.get(media)?.get(area) ?? null;
}

/** Resolves to null when aborted. Rejects when the browser cannot decode the whole clip. */
export async function measureClip(
  media: ClipMedia,
  area: number,
  { signal, onProgress }: MeasureOptions,
): Promise<ClipReport | null> {
  const known = cachedReport(media, area);
  if (known) return known;
  const sound = await readSound(media);
  if (signal.aborted) return null;
  const worker = new Worker(new URL("./measure-worker.ts", import.meta.url), { type: "module" });
  try {
    const report = await new Promise<ClipReport | null>((resolve, reject) => {
      signal.addEventListener("abort", () => resolve(null), { once: true });
      worker.addEventListener("error", () => reject(new Error("The worker stopped.")));
      worker.addEventListener("message", ({ data }: MessageEvent<MeasureReply>) => {
        if (data.kind === "progress") onProgress(data.part);
        else if (data.kind === "report") resolve(data.report);
        else reject(new Error("The clip cannot be decoded."));
      });
      const request: MeasureRequest = { media, area, sound };
      const transfer = typeof sound === "string" ? [] : sound.channels.map(({ buffer }) => buffer);
      worker.postMessage(request, transfer);
    });
    if (report) reports.set(media, new Map(reports.get(media)).set(area, report));
    return report;
  } finally {
    worker.terminate();
  }
}

/** Copies the samples, so that they can be transferred to the worker. */
async function readSound(media: ClipMedia): Promise<MeasureRequest["sound"]> {
  if (!media.sound) return "none";
  const buffer = await decodeSound(media);
  if (!buffer) return "unreadable";
  const channels = Array.from({ length: buffer.numberOfChannels }, (_, channel) =>
    buffer.getChannelData(channel).slice(),
  );
  return { channels, sampleRate: buffer.sampleRate };
}
