/** Fetches a clip's bytes from Kirin's storage. The API key is never sent there. */

import { codingsOf, decodeStream } from "#proxy/bodies/content-coding.ts";
import { limitStream } from "#proxy/bodies/limit-stream.ts";
import { peek } from "#proxy/bodies/peek.ts";
import { discard } from "#proxy/bodies/read-limited.ts";
import type { ProxySettings } from "#proxy/options.ts";
import { type Failure, failed, type Result } from "#proxy/responses/failure.ts";
import { startDeadline } from "#proxy/upstream/deadline.ts";
import { parseRetryAfter } from "#proxy/upstream/retry-after.ts";
import { ClipAddressRefused } from "./clip-address.ts";
import { SNIFF_BYTES, sniffVideoType } from "./clip-type.ts";
import { asVideo, type VideoBody } from "./clip-video.ts";

/** A video response, not yet read. */
export interface ClipAnswer extends VideoBody {
  status: 200 | 206;
  headers: Headers;
}

const MAX_REDIRECTS = 3;
/** Byte ranges and lengths refer to the uncompressed file, so compression is declined. */
const IDENTITY = { "Accept-Encoding": "identity" };
/**
 * A single byte range. Multiple ranges may be ignored (RFC 9110, 14.2), and no player needs their multipart
 * response.
 */
const SINGLE_RANGE = /^bytes=(\d+-\d*|-\d+)$/;

/** Fetches a clip, counted in the metrics. `request` is the browser's request: its range is forwarded, and its abort ends the fetch. */
export async function fetchClip(
  proxy: ProxySettings,
  address: string,
  request: Request,
): Promise<Result<ClipAnswer>> {
  const startedMs = proxy.clock.now();
  const clip = await fetchOnce(proxy, address, request);
  const ms = proxy.clock.now() - startedMs;
  proxy.metrics.upstream({ call: "clip", result: clip.ok ? "2xx" : clip.failure.code, ms });
  return clip;
}

async function fetchOnce(
  proxy: ProxySettings,
  address: string,
  request: Request,
): Promise<Result<ClipAnswer>> {
  const deadline = startDeadline(proxy.clock, proxy.limits.readTimeoutMs, request.signal);
  const { signal } = deadline;
  try {
    const headers = rangeHeaders(request);
    const response = await deadline.within(followDecoded(proxy, address, { headers, signal }));
    if (response.status === 200 || response.status === 206) {
      if (isTooLarge(response.headers, proxy.limits.clipMaxBytes)) {
        discard(response.body);
        return failed({ code: "upstream-too-large" });
      }
      return await deadline.within(checkIsVideo(proxy, response, { address, signal }));
    }
    discard(response.body);
    return failed(failureOf(proxy, response, headers.Range));
  } catch (error) {
    const isRefused = error instanceof ClipAddressRefused;
    return failed({ code: isRefused ? "clip-address-refused" : "clip-unavailable" });
  } finally {
    deadline.end();
  }
}

function rangeHeaders({ headers }: Request): Record<string, string> {
  const sent: Record<string, string> = { ...IDENTITY };
  const range = headers.get("Range");
  const condition = headers.get("If-Range");
  if (range !== null && SINGLE_RANGE.test(range)) {
    sent.Range = range;
    if (condition !== null) sent["If-Range"] = condition;
  }
  return sent;
}

/** The headers of a fetch and what aborts it. */
interface FetchOptions {
  headers: Record<string, string>;
  signal: AbortSignal;
}

/** Response headers that describe the compressed bytes. */
const COMPRESSED_HEADERS = ["Content-Encoding", "Content-Length", "Accept-Ranges", "ETag"];

/**
 * Like {@link follow}, with any compression undone. A range of compressed bytes cannot be decoded, so the
 * whole clip is fetched instead, which is a valid response to a range request (RFC 9110, 14.2).
 */
async function followDecoded(
  proxy: ProxySettings,
  address: string,
  options: FetchOptions,
): Promise<Response> {
  const { headers, signal } = options;
  const response = await follow(proxy, address, options);
  const codings = codingsOf(response.headers.get("Content-Encoding"));
  if (codings?.length === 0 || response.body === null) return response;
  if (response.status === 206 && headers.Range !== undefined) {
    discard(response.body);
    return followDecoded(proxy, address, { headers: IDENTITY, signal });
  }
  if (response.status !== 200 || codings === null) return response;
  const isPlain = (start: Uint8Array) => sniffVideoType(start) !== null;
  const body = await decodeStream(response.body, codings, isPlain);
  const plain = new Headers(response.headers);
  for (const name of COMPRESSED_HEADERS) plain.delete(name);
  return new Response(body, { status: 200, headers: plain });
}

/** Follows redirects one by one, so that `clipFetch` checks every hop. */
async function follow(
  { clipFetch }: ProxySettings,
  address: string,
  { headers, signal }: FetchOptions,
): Promise<Response> {
  let url = new URL(address);
  for (let hops = 0; ; hops += 1) {
    const response = await clipFetch(url.href, {
      method: "GET",
      headers,
      redirect: "manual",
      signal,
    });
    const location = response.headers.get("Location");
    if (response.status < 300 || response.status > 399 || location === null) {
      return response;
    }
    discard(response.body);
    if (hops === MAX_REDIRECTS || !URL.canParse(location, url.href)) throw new ClipAddressRefused();
    url = new URL(location, url);
  }
}

/** Fetches only the clip's first bytes, to detect the type for a range that does not include them. */
async function fetchStart(
  proxy: ProxySettings,
  address: string,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const headers = { ...IDENTITY, Range: `bytes=0-${SNIFF_BYTES - 1}` };
  const response = await followDecoded(proxy, address, { headers, signal });
  const isStart = response.status === 200 || response.status === 206;
  if (response.body === null || !isStart) {
    discard(response.body);
    return new Uint8Array();
  }
  const { start, body } = await peek(response.body, SNIFF_BYTES);
  discard(body);
  return start;
}

/** Accepts the response if its bytes are a video, and caches the type for later ranges. */
async function checkIsVideo(
  proxy: ProxySettings,
  response: Response,
  { address, signal }: { address: string; signal: AbortSignal },
): Promise<Result<ClipAnswer>> {
  const video = await asVideo(response, {
    known: proxy.clipTypeCache.get(address),
    readStart: () => fetchStart(proxy, address, signal),
  });
  if (video === "empty") return failed({ code: "clip-empty" });
  if (video === "other") return failed({ code: "clip-not-video" });
  proxy.clipTypeCache.set(address, video.type);
  const { headers } = response;
  const status = response.status === 206 ? 206 : 200;
  // The transport ends a body after its declared length. One without a length may never end.
  const isBounded = headers.has("Content-Length");
  const body = isBounded ? video.body : limitStream(video.body, proxy.limits.clipMaxBytes);
  return { ok: true, value: { status, headers, type: video.type, body } };
}

/** Whether a response announces a clip, or a part of one, that is larger than `maxBytes`. */
function isTooLarge(headers: Headers, maxBytes: number): boolean {
  const whole = /\/(\d+)$/.exec(headers.get("Content-Range") ?? "")?.[1];
  return [headers.get("Content-Length"), whole].some((length) => Number(length ?? 0) > maxBytes);
}

/** Maps a storage response without a clip to a failure. `range` is the range that was requested. */
function failureOf(
  { clock }: ProxySettings,
  { status, headers }: Response,
  range: string | undefined,
): Failure {
  if (status === 416) {
    const contentRange = headers.get("Content-Range");
    if (isOfEmptyFile(contentRange, range)) return { code: "clip-empty" };
    const passedOn = contentRange === null ? {} : { headers: { "Content-Range": contentRange } };
    return { code: "range-not-satisfiable", ...passedOn };
  }
  // Storage with signed URLs answers 403 for an expired one.
  if (status === 403 || status === 404 || status === 410) return { code: "clip-expired" };
  const retryAfterSeconds = parseRetryAfter(headers.get("Retry-After"), clock.now());
  const wait = retryAfterSeconds === undefined ? {} : { retryAfterSeconds };
  return { code: "clip-unavailable", ...wait };
}

/**
 * Whether a 416 means that the file is empty: a range from byte 0 is satisfiable for any other file (RFC 9110,
 * 14.1.2).
 */
function isOfEmptyFile(contentRange: string | null, range: string | undefined): boolean {
  return /^bytes \*\/0+$/.test(contentRange ?? "") || /^bytes=0+-/.test(range ?? "");
}
