/** A finished task whose clip is in a scripted storage. */
import type { PlainFetch } from "../options.ts";
import { DONE, openProxy, type Script } from "./open-proxy.ts";

/** The first bytes of an MP4. */
export const MP4 = new Uint8Array([0, 0, 0, 24, ...new TextEncoder().encode("ftypisom and more")]);
/** The clip of {@link DONE}. */
export const CLIP_PATH = "/api/generations/task-1/clips/0";

/** A storage server that always gives the same response. */
export function bytes(
  body: BodyInit | null,
  status: number,
  headers: Record<string, string>,
): PlainFetch {
  return async () => new Response(body, { status, headers });
}

/** A storage server that serves satisfiable ranges. */
export function servingRanges(
  file: Uint8Array<ArrayBuffer>,
  headers: Record<string, string>,
): PlainFetch {
  return async (_url, { headers: { Range } }) => {
    if (Range === undefined) return new Response(file, { headers });
    const [, first = "0", last = ""] = /bytes=(\d+)-(\d*)/.exec(Range) ?? [];
    const from = Number(first);
    const to = Math.min(last === "" ? Number.POSITIVE_INFINITY : Number(last), file.length - 1);
    if (from >= file.length) {
      const none = { "Content-Range": `bytes */${file.length}` };
      return new Response(null, { status: 416, headers: none });
    }
    const part = { ...headers, "Content-Range": `bytes ${from}-${to}/${file.length}` };
    return new Response(file.slice(from, to + 1), { status: 206, headers: part });
  };
}

/** A storage server with one MP4. */
export const video = bytes(MP4, 200, { "Content-Type": "video/mp4" });

/** Opens a proxy with the finished task and its clip, unless the script says otherwise. */
export function openWithClip(script: Script = {}) {
  return openProxy({
    kirin: async () => Response.json(DONE),
    clips: video,
    ...script,
  });
}
