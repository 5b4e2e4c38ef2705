/** Downloads a clip so that it can be saved on this device. */
import * as z from "zod/mini";
import { READ_TIMEOUT_MS } from "#contract/time-limits.ts";
import { type ApiResult, fail, readAnswer } from "./http.ts";

/** A response body in progress. */
export interface ClipBytes {
  type: string;
  /** Number of bytes, or null if the server did not send it. */
  length: number | null;
  /** Errors unless all bytes arrive. */
  body: ReadableStream<Uint8Array<ArrayBuffer>>;
}

export interface ClipRequest {
  /** Aborts the download. */
  signal: AbortSignal;
  /** The longest time without a byte before the download times out. Pauses of the reader do not count. */
  silenceMs?: number;
}

// The proxy may try an old address, read the task, and try a new address.
const HEAD_TIMEOUT_MS = 3 * READ_TIMEOUT_MS + 5000;
/** A download may take long but must not stall. */
const SILENCE_MS = 60_000;

/**
 * Downloads a whole clip from a fresh address and bypasses the browser's HTTP cache: Chrome has served such a request
 * with the single byte that a range request had left in the cache (crbug.com/490137346).
 */
export async function fetchClip(
  src: string,
  { signal, silenceMs = SILENCE_MS }: ClipRequest,
): Promise<ApiResult<ClipBytes>> {
  const silence = new AbortController();
  const watch = watchSilence(silence);
  watch.start(HEAD_TIMEOUT_MS);
  try {
    const response = await fetch(src, {
      cache: "no-store",
      // Asks the proxy for a fresh address. Not every browser adds this header by itself.
      headers: { "Cache-Control": "no-cache" },
      signal: AbortSignal.any([signal, silence.signal]),
    });
    if (response.status === 200 && response.body !== null) {
      return { ok: true, value: toBytes(response, response.body, { watch, silenceMs }) };
    }
    const { status } = response;
    return readAnswer({ status, ok: false }, await response.text(), z.never());
  } catch {
    if (signal.aborted) return fail("studio-aborted", "The request was cancelled.");
    if (silence.signal.aborted) {
      return fail("studio-timeout", "The studio server took too long to respond.");
    }
    return fail("studio-unreachable", "The studio server couldn't be reached.");
  } finally {
    watch.stop();
  }
}

interface Watch {
  start: (ms: number) => void;
  stop: () => void;
}

function watchSilence(silence: AbortController): Watch {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    start(ms) {
      timer = setTimeout(() => silence.abort(), ms);
    },
    stop: () => clearTimeout(timer),
  };
}

function toBytes(
  { headers }: Response,
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  { watch, silenceMs }: { watch: Watch; silenceMs: number },
): ClipBytes {
  const length = lengthOf(headers);
  const reader = body.getReader();
  let received = 0;

  async function read() {
    watch.start(silenceMs);
    try {
      return await reader.read();
    } finally {
      watch.stop();
    }
  }

  return {
    type: headers.get("Content-Type") ?? "video/mp4",
    length,
    body: new ReadableStream(
      {
        async pull(controller) {
          try {
            const { done, value } = await read();
            received += value?.byteLength ?? 0;
            if (!done) controller.enqueue(value);
            else if (received > 0 && (length === null || received === length)) controller.close();
            else throw new TypeError("The clip is incomplete.");
          } catch (fault) {
            controller.error(fault);
          }
        },
        cancel: (reason) => reader.cancel(reason),
      },
      { highWaterMark: 0 },
    ),
  };
}

/** Content-Length counts the bytes on the wire, so it is useless for compressed bodies. */
function lengthOf(headers: Headers): number | null {
  const length = headers.get("Content-Length");
  return length !== null && /^\d+$/.test(length) && !headers.has("Content-Encoding")
    ? Number(length)
    : null;
}
