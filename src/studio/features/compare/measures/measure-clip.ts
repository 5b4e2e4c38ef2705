/** Has a worker measure a clip, once: what was found is kept as long as the clip is open. */
import type { ClipMedia } from "../engine/clip-media.ts";
import { decodeSound } from "../engine/decode-sound.ts";
import type { MeasureReply, MeasureRequest } from "./measure-messages.ts";
import type { ClipReport } from "./report.ts";

interface MeasureOptions {
  /** Ends the work at once. */
  signal: AbortSignal;
  /** 0 to 1. */
  onProgress: (part: number) => void;
}

/** Pixels of the pictures → what was found with so many. */
const reports = new WeakMap<ClipMedia, Map<number, ClipReport>>();

/** What is known already. */
export function knownReport(media: ClipMedia, area: number): ClipReport | null {
  return reports.get(media)?.get(area) ?? null;
}

/** Null when it was given up. Rejects when the browser cannot decode the clip to its end. */
export async function measureClip(
  media: ClipMedia,
  area: number,
  { signal, onProgress }: MeasureOptions,
): Promise<ClipReport | null> {
  const known = knownReport(media, area);
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
      const given = typeof sound === "string" ? [] : sound.channels.map(({ buffer }) => buffer);
      worker.postMessage(request, given);
    });
    if (report) reports.set(media, new Map(reports.get(media)).set(area, report));
    return report;
  } finally {
    worker.terminate();
  }
}

/** Copied, so that it can be handed over. */
async function readSound(media: ClipMedia): Promise<MeasureRequest["sound"]> {
  if (!media.sound) return "none";
  const buffer = await decodeSound(media);
  if (!buffer) return "unreadable";
  const channels = Array.from({ length: buffer.numberOfChannels }, (_, channel) =>
    buffer.getChannelData(channel).slice(),
  );
  return { channels, sampleRate: buffer.sampleRate };
}
