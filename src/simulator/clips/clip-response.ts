/** Serves a clip with ranges, validators and HEAD (RFC 9110). */
import { parseByteRange } from "./byte-range.ts";
import { fileBody } from "./file-body.ts";

/** A clip on disk. It never changes, so its id is a strong validator. */
export interface ClipFile {
  id: string;
  file: string;
  bytes: number;
  /** Unix milliseconds. */
  modifiedAt: number;
}

export function clipResponse(request: Request, clip: ClipFile): Response {
  const etag = `"${clip.id}"`;
  const modified = new Date(clip.modifiedAt).toUTCString();
  const headers = new Headers({
    "Accept-Ranges": "bytes",
    "Cache-Control": "private, max-age=3600",
    "Content-Type": "video/mp4",
    ETag: etag,
    "Last-Modified": modified,
    "X-Content-Type-Options": "nosniff",
  });
  if (namesTag(request.headers.get("If-None-Match"), etag)) {
    return new Response(null, { status: 304, headers });
  }
  // If-Range: serve a range only if the client has this version, otherwise the whole clip.
  const known = request.headers.get("If-Range");
  const isWanted =
    request.method === "GET" && (known === null || known === etag || known === modified);
  const range = parseByteRange(isWanted ? request.headers.get("Range") : null, clip.bytes);
  if (range.kind === "unsatisfiable") {
    headers.set("Content-Range", `bytes */${clip.bytes}`);
    headers.delete("Content-Type");
    return new Response(null, { status: 416, headers });
  }
  const [first, last] = range.kind === "part" ? [range.first, range.last] : [0, clip.bytes - 1];
  headers.set("Content-Length", String(last - first + 1));
  if (range.kind === "part") headers.set("Content-Range", `bytes ${first}-${last}/${clip.bytes}`);
  const body = request.method === "HEAD" ? null : fileBody(clip.file, first, last);
  return new Response(body, { status: range.kind === "part" ? 206 : 200, headers });
}

/** Whether an `If-None-Match` list contains a tag. The RFC requires weak comparison here. */
function namesTag(header: string | null, etag: string): boolean {
  return (header ?? "")
    .split(",")
    .map((tag) => tag.trim().replace(/^W\//, ""))
    .some((tag) => tag === etag || tag === "*");
}
