/** Fetching a clip's bytes from where Kirin keeps them. The key never comes here. */
import { ClipAddressRefused } from "./clip-address.ts";
import { SNIFF_BYTES } from "./clip-type.ts";
import { asVideo, type VideoBody } from "./clip-video.ts";
import { startDeadline } from "./deadline.ts";
import { failed, type Result } from "./failure.ts";
import type { ProxySettings } from "./options.ts";
import { peek } from "./peek.ts";
import { discard } from "./read-limited.ts";
import { parseRetryAfter } from "./retry-after.ts";

/** Bytes of a video on their way. */
export interface ClipAnswer extends VideoBody {
  status: 200 | 206;
  headers: Headers;
}

const MAX_REDIRECTS = 3;
/** One range. Several would come as multipart, which no player asks for; they may be ignored (RFC 9110, 14.2). */
const SINGLE_RANGE = /^bytes=(\d+-\d*|-\d+)$/;

/** Asks for a clip as the browser asked us. `request` lends its range, and its end when the browser leaves. */
export async function fetchClip(
  proxy: ProxySettings,
  address: string,
  request: Request,
): Promise<Result<ClipAnswer>> {
  const deadline = startDeadline(proxy.clock, proxy.limits.readTimeoutMs, request.signal);
  try {
    const { response, url } = await deadline.within(
      follow(proxy, address, rangeHeaders(request), deadline.signal),
    );
    const readStart = () => fetchStart(proxy, address, deadline.signal);
    return await deadline.within(judge(proxy, response, url, readStart));
  } catch (error) {
    const isRefused = error instanceof ClipAddressRefused;
    return failed({ code: isRefused ? "clip-address-refused" : "clip-unavailable" });
  } finally {
    deadline.end();
  }
}

function rangeHeaders({ headers }: Request): Record<string, string> {
  // A compressed body would make byte ranges and lengths lie.
  const sent: Record<string, string> = { "Accept-Encoding": "identity" };
  const range = headers.get("Range");
  const condition = headers.get("If-Range");
  if (range !== null && SINGLE_RANGE.test(range)) {
    sent.Range = range;
    if (condition !== null) sent["If-Range"] = condition;
  }
  return sent;
}

/** Follows redirects by hand, so that every hop passes the guard of `clipFetch`. */
async function follow(
  { clipFetch }: ProxySettings,
  address: string,
  headers: Record<string, string>,
  signal: AbortSignal,
): Promise<{ response: Response; url: URL }> {
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
      return { response, url };
    }
    discard(response.body);
    if (hops === MAX_REDIRECTS || !URL.canParse(location, url.href)) throw new ClipAddressRefused();
    url = new URL(location, url);
  }
}

/** The clip's first bytes alone, for a host that names no type and a range that does not show them. */
async function fetchStart(
  proxy: ProxySettings,
  address: string,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const headers = { "Accept-Encoding": "identity", Range: `bytes=0-${SNIFF_BYTES - 1}` };
  const { response } = await follow(proxy, address, headers, signal);
  const isStart = response.status === 200 || response.status === 206;
  if (response.body === null || !isStart) {
    discard(response.body);
    return new Uint8Array();
  }
  const { start, body } = await peek(response.body, SNIFF_BYTES);
  discard(body);
  return start;
}

async function judge(
  proxy: ProxySettings,
  response: Response,
  url: URL,
  readStart: () => Promise<Uint8Array>,
): Promise<Result<ClipAnswer>> {
  const { status, headers, body } = response;
  if (status === 200 || status === 206) {
    const video = await asVideo(response, url, readStart);
    if (video) return { ok: true, value: { status, headers, ...video } };
    return failed({ code: "clip-not-video" });
  }
  discard(body);
  if (status === 416) {
    const contentRange = headers.get("Content-Range");
    const passedOn = contentRange === null ? {} : { headers: { "Content-Range": contentRange } };
    return failed({ code: "range-not-satisfiable", ...passedOn });
  }
  // A store that signs its addresses says 403 for one that is past its time.
  if (status === 403 || status === 404 || status === 410) return failed({ code: "clip-expired" });
  const retryAfterSeconds = parseRetryAfter(headers.get("Retry-After"), proxy.clock.now());
  const wait = retryAfterSeconds === undefined ? {} : { retryAfterSeconds };
  return failed({ code: "clip-unavailable", ...wait });
}
