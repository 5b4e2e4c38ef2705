/** Reads the bytes of a library clip from its local copy, or else from the server. */
import type { Problem } from "#contract/problem.ts";
import { fetchClip } from "#studio/api/clip-bytes.ts";
import { studioProblem } from "#studio/domain/life/studio-problem.ts";
import { studioClips } from "#studio/storage/clips/clip-store.ts";

export type ClipRead = { ok: true; blob: Blob } | { ok: false; problem: Problem };

interface ClipPlaces {
  clips: Pick<typeof studioClips, "read">;
  fetch: typeof fetchClip;
}

/** Reads a whole clip. Failures are returned as a problem. */
export async function readClip(
  src: string,
  signal: AbortSignal,
  { clips, fetch }: ClipPlaces = { clips: studioClips, fetch: fetchClip },
): Promise<ClipRead> {
  const copy = await clips.read(src);
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
