/** Fetching a clip's bytes from where Kirin keeps them. The key never comes here. */
import { ClipAddressRefused } from "./clip-address.ts";
import { declaredVideoType, SNIFF_BYTES, sniffVideoType, videoTypeByEnding } from "./clip-type.ts";
import { startDeadline } from "./deadline.ts";
import { failed, type Result } from "./failure.ts";
import type { ProxySettings } from "./options.ts";
import { peek } from "./peek.ts";
import { discard } from "./read-limited.ts";
import { parseRetryAfter } from "./retry-after.ts";

/** Bytes of a video on their way. */
export interface ClipAnswer {
  status: 200 | 206;
  type: string;
  headers: Headers;
  body: ReadableStream<Uint8Array>;
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
    return await deadline.within(judge(proxy, response, url));
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

async function judge(
  proxy: ProxySettings,
  response: Response,
  url: URL,
): Promise<Result<ClipAnswer>> {
  const { status, headers, body } = response;
  if (status === 200 || status === 206) {
    const video = body && (await asVideo(body, headers, status, url));
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

/** The body and its video type, or null, with the body let go, when it is no video. */
async function asVideo(
  body: ReadableStream<Uint8Array>,
  headers: Headers,
  status: 200 | 206,
  url: URL,
): Promise<{ type: string; body: ReadableStream<Uint8Array> } | null> {
  const declared = declaredVideoType(headers.get("Content-Type"));
  const isEncoded = !/^(identity)?$/i.test(headers.get("Content-Encoding") ?? "");
  if (declared === null || isEncoded) {
    discard(body);
    return null;
  }
  if (declared !== "untold") return { type: declared, body };
  const showsStart = status === 200 || /^bytes 0-/.test(headers.get("Content-Range") ?? "");
  if (!showsStart) return accept(videoTypeByEnding(url), body);
  const seen = await peek(body, SNIFF_BYTES);
  const isTooShort = seen.start.byteLength < SNIFF_BYTES;
  return accept(isTooShort ? videoTypeByEnding(url) : sniffVideoType(seen.start), seen.body);
}

function accept(type: string | null, body: ReadableStream<Uint8Array>) {
  if (type === null) discard(body);
  return type === null ? null : { type, body };
}
