/**
 * Decodes one clip's frames ahead of time. Follows a focus: decodes the frames likely to be shown next, keeps copies
 * within a budget, and makes small sketches of all frames when they do not all fit.
 */
import type { DamagedFrames } from "../decode/damage.ts";
import { frameBytesOf } from "../decode/shrink.ts";
import type { ClipMedia } from "../media/clip-media.ts";
import { createDecodingPlan, type DecodingPlan } from "./decoding-plan.ts";
import { createFrameDecoder, type FrameDecoder } from "./frame-decoder.ts";
import { createFrameMemory, type FrameMemory, type FrameMemoryLimits } from "./frame-memory.ts";
import type { Focus } from "./frame-plan.ts";
import { nextFrameToDecode } from "./next-frame.ts";
import { createWorkLoop, type NextStep } from "./work-loop.ts";

export interface FrameSource
  extends Pick<FrameMemory, "has" | "take" | "hasSketch" | "takeSketch"> {
  /** Sets the current position and starts decoding around it. */
  focus(focus: Focus): void;
  /** The frame that replaces one the decoder left out. */
  standIn(frame: number): number;
  close(): void;
}

export interface SourceEvents {
  /** Another frame is available. */
  onFrame(): void;
  /** These frames cannot be decoded; the last good frame before them is shown instead. */
  onDamage(frames: DamagedFrames): void;
  /** Decoding failed for good. */
  onFailure(): void;
}

/** Maximum decoder frames held open while they are copied. */
const COPYING_MAX = 4;

/** Opens a clip for decoding. */
export function createFrameSource(
  media: ClipMedia,
  keeping: FrameMemoryLimits,
  events: SourceEvents,
): FrameSource {
  const plan = createDecodingPlan(media, keeping.budgetBytes);
  const memory = createFrameMemory(keeping, frameBytesOf(media), () => plan.focus);
  let isClosed = false;
  let decoder: FrameDecoder | null = null;
  const opened = createFrameDecoder(media, {
    onFrame: (frame, index) => void keep(frame, index),
    onLeftOut(frame) {
      plan.leaveOut(frame);
      events.onFrame();
    },
    onDamage: events.onDamage,
    onFree: () => loop.wake(),
    onFailure: fail,
  });
  const loop = createWorkLoop(nextStep, fail);

  function nextStep(): NextStep {
    if (!decoder) return open();
    const frame = nextFrame(plan, memory, decoder);
    if (frame === null) return "done";
    const isFull = decoder.isBusy() || memory.copyCount >= COPYING_MAX;
    return isFull && decoder.leadsTo(frame) ? "blocked" : decodeTowards(frame, decoder);
  }

  async function open() {
    decoder = await opened;
  }

  async function decodeTowards(frame: number, current: FrameDecoder) {
    await current.stepTowards(frame);
    if (plan.areAllLeftOut()) throw new Error("Nothing can be decoded.");
  }

  async function keep(frame: VideoFrame, index: number) {
    try {
      if (await memory.add(frame, index, decoder?.orientation ?? null)) events.onFrame();
    } catch {
      fail();
    } finally {
      frame.close();
      loop.wake();
    }
  }

  function fail() {
    if (isClosed) return;
    stop();
    events.onFailure();
  }

  function stop() {
    isClosed = true;
    memory.stopAdding();
    opened.then((opening) => opening.close()).catch(() => {});
    loop.stop();
  }

  return {
    focus(next) {
      plan.setFocus(next);
      loop.wake();
      loop.start();
    },
    has: memory.has,
    take: memory.take,
    hasSketch: memory.hasSketch,
    takeSketch: memory.takeSketch,
    standIn: plan.standIn,
    close() {
      stop();
      memory.clear();
    },
  };
}

function nextFrame(plan: DecodingPlan, memory: FrameMemory, decoder: FrameDecoder): number | null {
  const canBeDecoded = (frame: number) => !memory.isCopying(frame) && !plan.isLeftOut(frame);
  return nextFrameToDecode({
    frameCount: plan.frameCount,
    wanted: plan.wanted(memory.frameBytes),
    isPlaying: plan.focus.isPlaying,
    makesSketches: memory.makesSketches,
    isMissing: (frame) => !memory.has(frame) && canBeDecoded(frame),
    lacksSketch: (frame) => !memory.isSketched(frame) && canBeDecoded(frame),
    leadsTo: decoder.leadsTo,
  });
}
