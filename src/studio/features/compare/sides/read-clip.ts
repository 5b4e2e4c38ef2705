/** Reads the bytes of a library clip from its copy on this device, which is downloaded first if there is none. */
import type { Problem } from "#contract/problem.ts";
import { fetchClip } from "#studio/api/clip-bytes.ts";
import { studioProblem } from "#studio/domain/life/studio-problem.ts";
import type { SaveClip } from "#studio/downloads/clip-downloads.ts";
import { studioDownloads } from "#studio/downloads/studio-downloads.ts";
import { studioClips } from "#studio/storage/clips/clip-store.ts";

export type ClipRead = { ok: true; blob: Blob } | { ok: false; problem: Problem };

interface ClipPlaces {
  clips: Pick<typeof studioClips, "read">;
  save: SaveClip;
  fetch: typeof fetchClip;
}

const STUDIO_PLACES: ClipPlaces = {
  clips: studioClips,
  save: studioDownloads.save,
  fetch: fetchClip,
};

/**
 * Reads a whole clip. Failures are returned as a problem. A clip that can't be saved is fetched into memory: it may be
 * damaged, or this device may have no space.
 */
export async function readClip(
  src: string,
  signal: AbortSignal,
  { clips, save, fetch }: ClipPlaces = STUDIO_PLACES,
): Promise<ClipRead> {
  let copy = await clips.read(src);
  if (copy === null && (await save(src, signal)) === null) copy = await clips.read(src);
  if (copy !== null) return { ok: true, blob: copy };
  const bytes = await fetch(src, { signal });
  if (!bytes.ok) return bytes;
  try {
    const { body, type } = bytes.value;
    const blob = await new Response(body, { headers: { "Content-Type": type } }).blob();
    return { ok: true, blob };
  } catch {
    const detail = "The clip stopped coming on its way.";
    return { ok: false, problem: studioProblem("clip-broken", { detail, retryable: true }) };
  }
}
