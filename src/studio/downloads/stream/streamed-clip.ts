/** Plays a clip while it arrives, through Media Source Extensions. */
import type { FragmentedClip } from "./remux.ts";

/** A clip that a media element can play before all of it arrived. */
export interface StreamedClip {
  /** For one media element. Takes no fragment such as `#t=1`. */
  url: string;
  /** Resolves if the clip can't be played on from `url`: its bytes stopped arriving, or the browser gave it up. */
  lost: Promise<void>;
  /** Stops reading and releases the URL. */
  close(): void;
}

/** iPhones have only this kind. It may drop what it has buffered. */
interface ManagedWindow {
  ManagedMediaSource?: typeof MediaSource;
}

function mediaSourceClass(): typeof MediaSource | null {
  const { MediaSource: Usual, ManagedMediaSource } = globalThis as Partial<typeof globalThis> &
    ManagedWindow;
  return Usual ?? ManagedMediaSource ?? null;
}

/**
 * Opens a clip for playback. Resolves once the beginning can be played, and to null if this clip or this browser can't:
 * the caller then waits for the whole file. Cancels `bytes` when it is done with them.
 */
export async function streamClip(
  bytes: ReadableStream<Uint8Array>,
  signal: AbortSignal,
): Promise<StreamedClip | null> {
  const closed = new AbortController();
  const stop = AbortSignal.any([signal, closed.signal]);
  const Source = mediaSourceClass();
  try {
    if (Source === null) throw new Error("The browser has no Media Source Extensions.");
    const { remuxClip } = await import("./remux.ts");
    const clip = await remuxClip(bytes, stop);
    if (!Source.isTypeSupported(clip.mimeType)) throw new Error("The codec is not supported.");
    const { value: first } = await clip.fragments.next();
    if (first === undefined) throw new Error("The clip is empty.");
    stop.throwIfAborted();
    return play(new Source(), { ...clip, first }, closed);
  } catch {
    // Any error of the reader means that this clip can't be streamed. Whether it can be played shows later.
    closed.abort();
    // Rejected if a reader holds it. The reader has cancelled it then.
    await bytes.cancel().catch(() => {});
    return null;
  }
}

function play(
  source: MediaSource,
  clip: FragmentedClip & { first: Uint8Array<ArrayBuffer> },
  closed: AbortController,
): StreamedClip {
  const url = URL.createObjectURL(source);
  const lost = new Promise<void>((lose) => {
    const handleLoss = () => {
      closed.abort();
      lose();
    };
    source.addEventListener("sourceclose", handleLoss, { once: true });
    feed(source, clip, { onDropped: handleLoss, signal: closed.signal }).catch(handleLoss);
  });
  return {
    url,
    lost,
    close() {
      closed.abort();
      URL.revokeObjectURL(url);
    },
  };
}

interface Feeding {
  /** The browser dropped something that it had buffered. Only a managed source does. */
  onDropped: () => void;
  signal: AbortSignal;
}

async function feed(
  source: MediaSource,
  {
    mimeType,
    durationS,
    init,
    first,
    fragments,
  }: FragmentedClip & { first: Uint8Array<ArrayBuffer> },
  { onDropped, signal }: Feeding,
): Promise<void> {
  await happened(source, "sourceopen", signal);
  source.duration = durationS;
  const buffer = source.addSourceBuffer(mimeType);
  buffer.addEventListener("bufferedchange", (event) => {
    if ("removedRanges" in event && hasRanges(event.removedRanges)) onDropped();
  });
  await append(buffer, init, signal);
  await append(buffer, first, signal);
  for await (const fragment of fragments) await append(buffer, fragment, signal);
  source.endOfStream();
}

function hasRanges(ranges: unknown): boolean {
  return ranges instanceof TimeRanges && ranges.length > 0;
}

/** Appends one segment. Throws if the buffer is full or the element has let go of the source. */
async function append(
  buffer: SourceBuffer,
  segment: Uint8Array<ArrayBuffer>,
  signal: AbortSignal,
): Promise<void> {
  signal.throwIfAborted();
  buffer.appendBuffer(segment);
  const failed = new AbortController();
  const fail = () => failed.abort(new Error("The segment could not be appended."));
  buffer.addEventListener("error", fail, { once: true });
  buffer.addEventListener("abort", fail, { once: true });
  try {
    await happened(buffer, "updateend", AbortSignal.any([signal, failed.signal]));
  } finally {
    buffer.removeEventListener("error", fail);
    buffer.removeEventListener("abort", fail);
  }
}

/** Resolves with the next event of that type, or rejects when the signal is aborted. */
function happened(target: EventTarget, type: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const handleAbort = () => {
      target.removeEventListener(type, handleEvent);
      reject(signal.reason);
    };
    const handleEvent = () => {
      signal.removeEventListener("abort", handleAbort);
      resolve();
    };
    if (signal.aborted) return reject(signal.reason);
    target.addEventListener(type, handleEvent, { once: true });
    signal.addEventListener("abort", handleAbort, { once: true });
  });
}
