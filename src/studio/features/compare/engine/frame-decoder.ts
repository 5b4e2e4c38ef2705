/** The browser's decoder, led from sample to sample: on where that leads to what is wanted, else anew from a key sample. */
import type { ClipMedia } from "./clip-media.ts";
import { createDamage, type DamagedFrames } from "./damage.ts";
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
  /** These frames are damaged; each is also left out. */
  onDamage(frames: DamagedFrames): void;
  /** It takes more. */
  onFree(): void;
  /** It gave up. */
  onFailure(): void;
}

/** Samples that may wait in the decoder: enough to keep it busy, few enough to change direction at once. */
const QUEUE_MAX = 8;
/** To go so many samples on is cheaper than to begin anew. */
const RESTART_SAMPLES = 4;
/** What failed although nothing of it is damaged is tried again once. */
const FAILURES_MAX = 1;

/** From a key sample on through the samples. */
interface Run {
  firstFrame: number;
  firstSample: number;
  nextSample: number;
  /** The first sample that it must not decode: one that is damaged, or the end. */
  endSample: number;
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
  const { samples, sampleOf, keyOf } = track;
  const damage = createDamage(track, config);
  /** Kept while a group that failed is tried by itself. */
  let checking: Promise<void> | null = null;
  let decoder: VideoDecoder | null = null;
  let run: Run | null = null;
  let failures = 0;
  let isClosed = false;

  function leadsTo(frame: number): boolean {
    const sample = sampleOf[frame] ?? 0;
    if (!run || sample < run.firstSample || frame <= run.lastOutput) return false;
    if (sample >= run.endSample && run.endSample < samples.length) return false;
    return (keyOf[sample] ?? 0) <= run.nextSample + RESTART_SAMPLES;
  }

  function begin(sample: number): VideoDecoder {
    // Throws away what waits in it: samples of another place would only be in the way.
    if (decoder && decoder.state !== "closed") decoder.reset();
    else decoder = open();
    decoder.configure(config as VideoDecoderConfig);
    const firstFrame = Math.max(0, samples[sample]?.frame ?? 0);
    run = {
      firstFrame,
      firstSample: sample,
      nextSample: sample,
      endSample: damage.firstBad(sample),
      lastOutput: firstFrame - 1,
    };
    return decoder;
  }

  function open(): VideoDecoder {
    const opened = new VideoDecoder({ output, error: ({ name }) => handleError(name) });
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

  function handleError(name: string) {
    const failed = run;
    run = null;
    // A decoder that rests in the background is taken back by the browser; a new one is made when it is needed.
    if (failed && name !== "QuotaExceededError") {
      checking = check(failed).finally(() => {
        checking = null;
      });
    }
    events.onFree();
  }

  /** Finds out whether a group in which it may have given up is damaged, or whether the decoder alone is to blame. */
  async function check({ lastOutput, firstSample, nextSample }: Run): Promise<void> {
    const last = Math.max(firstSample, nextSample - 1);
    const due = sampleOf[lastOutput + 1] ?? samples.length - 1;
    const suspects = keyOf.slice(Math.max(firstSample, Math.min(due, last)), last + 1);
    if (!(await damage.check([...new Set(suspects)]))) failures += 1;
    if (failures > FAILURES_MAX) events.onFailure();
  }

  /** Takes out what the decoder still holds. False where it gave up instead. */
  async function flush(current: VideoDecoder, going: Run): Promise<boolean> {
    try {
      await current.flush();
    } catch (fault) {
      // Not reported before: some decoders notice only now.
      if (run === going) handleError(fault instanceof DOMException ? fault.name : "");
    }
    return run === going;
  }

  /** Leaves out the frames that are lost with a bad sample. */
  function leaveOutLost(badSample: number) {
    const lost = damage.lostBy(badSample);
    const [first] = lost;
    const last = lost.at(-1);
    for (const frame of lost) events.onLeftOut(frame);
    if (first !== undefined && last !== undefined) events.onDamage({ first, last });
  }

  /** At the end of a run: leaves out what the decoder was given and gave nothing of. */
  function leaveOutRest({ lastOutput, nextSample }: Run) {
    const given = samples.slice(0, nextSample).map(({ frame }) => frame);
    leaveOut(lastOutput + 1, given.reduce((most, frame) => Math.max(most, frame), -1) + 1);
  }

  return {
    track,
    turn,
    leadsTo,
    isBusy: () => (decoder?.decodeQueueSize ?? 0) >= QUEUE_MAX,
    async stepTowards(frame) {
      await checking;
      if (isClosed) return;
      const bad = damage.firstBad(sampleOf[frame] ?? 0);
      if (bad <= (sampleOf[frame] ?? 0)) return leaveOutLost(bad);
      const current = leadsTo(frame) && decoder ? decoder : begin(keyOf[sampleOf[frame] ?? 0] ?? 0);
      const going = run;
      if (!going) return;
      if (going.nextSample < going.endSample) {
        try {
          current.decode(chunkOf(track, going.nextSample));
        } catch {
          // Refused at once, as where a damaged key sample is no key sample any more.
          handleError("");
        }
        going.nextSample += 1;
        return;
      }
      if (!(await flush(current, going))) return;
      run = null;
      leaveOutRest(going);
    },
    close() {
      isClosed = true;
      run = null;
      if (decoder && decoder.state !== "closed") decoder.close();
      track.input.dispose();
    },
  };
}
