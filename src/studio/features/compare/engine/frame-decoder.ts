/** The browser's decoder, led from sample to sample: on where that leads to what is wanted, else anew from a key sample. */
import type { ClipMedia } from "./clip-media.ts";
import { decoderConfigOf } from "./decoder-config.ts";
import { chunkOf, frameNumberOf, type PictureTrack, readPictureTrack } from "./picture-track.ts";
import { type Turn, turnOf } from "./upright.ts";

export interface FrameDecoder {
  readonly track: PictureTrack;
  /** How frames that come out are to be turned. */
  readonly turn: Turn | null;
  /** Whether going on comes to a frame sooner than beginning anew. */
  leadsTo(frame: number): boolean;
  /** Whether it has enough to do for now. */
  isBusy(): boolean;
  /** Decodes one sample more on the way to a frame. */
  stepTowards(frame: number): Promise<void>;
  close(): void;
}

interface DecoderEvents {
  /** A frame, not upright yet, to be closed. They come in the order of showing until decoding begins anew. */
  onFrame(frame: VideoFrame, index: number): void;
  /** The decoder gave the next frame without this one. */
  onLeftOut(index: number): void;
  /** It takes more. */
  onFree(): void;
  /** It gave up. */
  onFailure(): void;
}

/** Samples that may wait in the decoder: enough to keep it busy, few enough to change direction at once. */
const QUEUE_MAX = 8;
/** To go so many samples on is cheaper than to begin anew. */
const RESTART_SAMPLES = 4;
/** What failed is tried again once. */
const FAILURES_MAX = 1;

/** From a key sample on through the samples. */
interface Run {
  firstFrame: number;
  firstSample: number;
  nextSample: number;
  lastOutput: number;
}

/** Reads the clip and makes a decoder for it. Throws where that cannot be. */
export async function createFrameDecoder(
  media: ClipMedia,
  events: DecoderEvents,
): Promise<FrameDecoder> {
  const track = await readPictureTrack(media.blob);
  const config = track && (await decoderConfigOf(track.video));
  if (!track || !config) throw new Error("The clip's picture is gone.");
  const turn = await turnOf(track.video);
  const { samples, sampleOf, keyOf, frameTimes } = track;
  let decoder: VideoDecoder | null = null;
  let run: Run | null = null;
  let failures = 0;

  function leadsTo(frame: number): boolean {
    const sample = sampleOf[frame] ?? 0;
    if (!run || sample < run.firstSample || frame <= run.lastOutput) return false;
    return (keyOf[sample] ?? 0) <= run.nextSample + RESTART_SAMPLES;
  }

  function begin(sample: number): VideoDecoder {
    // Throws away what waits in it: samples of another place would only be in the way.
    if (decoder && decoder.state !== "closed") decoder.reset();
    else decoder = open();
    decoder.configure(config as VideoDecoderConfig);
    const firstFrame = Math.max(0, samples[sample]?.frame ?? 0);
    run = { firstFrame, firstSample: sample, nextSample: sample, lastOutput: firstFrame - 1 };
    return decoder;
  }

  function open(): VideoDecoder {
    const opened = new VideoDecoder({ output, error });
    opened.addEventListener("dequeue", events.onFree);
    return opened;
  }

  function output(frame: VideoFrame) {
    const index = frameNumberOf(frame);
    // Shown before the group's key frame: it may lean on a group that was not decoded.
    if (!run || index < run.firstFrame) {
      frame.close();
      return events.onFree();
    }
    leaveOut(run.lastOutput + 1, index);
    run.lastOutput = Math.max(run.lastOutput, index);
    events.onFrame(frame, index);
  }

  function leaveOut(from: number, to: number) {
    for (let index = from; index < to; index += 1) events.onLeftOut(index);
  }

  function error({ name }: DOMException) {
    run = null;
    // A decoder that rests in the background is taken back by the browser; a new one is made when it is needed.
    if (name !== "QuotaExceededError") failures += 1;
    if (failures > FAILURES_MAX) events.onFailure();
    events.onFree();
  }

  return {
    track,
    turn,
    leadsTo,
    isBusy: () => (decoder?.decodeQueueSize ?? 0) >= QUEUE_MAX,
    async stepTowards(frame) {
      const current = leadsTo(frame) && decoder ? decoder : begin(keyOf[sampleOf[frame] ?? 0] ?? 0);
      const going = run;
      if (!going) return;
      if (going.nextSample < samples.length) {
        current.decode(chunkOf(track, going.nextSample));
        going.nextSample += 1;
        return;
      }
      // After the last sample: takes out what the decoder still holds.
      await current.flush();
      if (run !== going) return;
      leaveOut(going.lastOutput + 1, frameTimes.length);
      run = null;
    },
    close() {
      run = null;
      if (decoder && decoder.state !== "closed") decoder.close();
      track.input.dispose();
    },
  };
}
