/** Requests as raw bytes for fuzzing: assembled from odd parts, or valid ones with random damage. */
import fc from "fast-check";

const oddPart = fc.oneof(
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.constantFrom("..", "%2e%2e", "%2f", "%00", "%0d%0a", "%ff", "\\", "//", "*", "@"),
  fc.constantFrom("[", "]", ":", "?", "#", "a", ";", ",", "\0", "\r\n", "x".repeat(4096)),
);
const oddText = fc.array(oddPart, { maxLength: 6 }).map((parts) => parts.join(""));

const target = fc.oneof(
  oddText,
  oddText.map((rest) => `/${rest}`),
  oddText.map((rest) => `/api/generations/${rest}`),
  oddText.map((rest) => `/api/generations/${rest}/clips/0`),
  oddText.map((rest) => `/api/generations/t/clips/0?download=${rest}`),
  oddText.map((rest) => `http://${rest}`),
  fc.constantFrom("/", "/api/generations", "/api/quotes", "/api/config", "/healthz"),
);

const host = fc.oneof(
  oddText,
  fc.domain(),
  fc.constantFrom("localhost", "127.0.0.1", "[::1]:80", "xn--a"),
);

const method = fc.oneof(
  oddText,
  fc.constantFrom("GET", "HEAD", "POST", "PUT", "OPTIONS", "TRACE", "TRACK", "CONNECT", "get"),
);

const NAMES = [
  "Range",
  "If-Range",
  "Content-Type",
  "Content-Length",
  "Content-Encoding",
  "Transfer-Encoding",
  "Origin",
  "Accept",
  "Accept-Encoding",
  "Cookie",
  "Expect",
  "Upgrade",
  "Connection",
  "Cache-Control",
  "Sec-Fetch-Site",
  "X-Kirin-Studio",
  "X-Forwarded-For",
  "X-Forwarded-Host",
  "If-None-Match",
] as const;
const VALUES = [
  "1",
  "chunked",
  "gzip",
  "application/json",
  "same-origin",
  "bytes=0-",
  "bytes=9-1",
  "websocket",
  "upgrade",
  "no-cache",
  "100-continue",
] as const;
const header = fc.oneof(
  oddText,
  fc
    .tuple(fc.constantFrom(...NAMES), fc.oneof(oddText, fc.constantFrom(...VALUES)))
    .map(([name, value]) => `${name}: ${value}`),
);

const assembled = fc
  .record({ method, target, host, headers: fc.array(header, { maxLength: 4 }), body: oddText })
  .map(({ method, target, host, headers, body }) => {
    const head = [`${method} ${target} HTTP/1.1`, `Host: ${host}`, ...headers];
    return `${head.join("\r\n")}\r\n\r\n${body}`;
  });

const BODY = '{"prompt":"A heron","mode":"pro","duration":"5","external_task_id":"mine"}';
/** Requests as the studio sends them. */
const VALID = [
  `POST /api/generations HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nX-Kirin-Studio: 1\r\nContent-Length: ${BODY.length}\r\n\r\n${BODY}`,
  `POST /api/quotes HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nX-Kirin-Studio: 1\r\nTransfer-Encoding: chunked\r\n\r\n${BODY.length.toString(16)}\r\n${BODY}\r\n0\r\n\r\n`,
  "GET /api/generations/t HTTP/1.1\r\nHost: localhost\r\nSec-Fetch-Site: same-origin\r\n\r\n",
  "GET /api/generations/t/clips/0?download=a.mp4 HTTP/1.1\r\nHost: localhost\r\nRange: bytes=0-9\r\n\r\n",
] as const;

/** Replaces up to six short parts of a valid request, or repeats them. */
const damaged = fc
  .tuple(
    fc.constantFrom(...VALID),
    fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        length: fc.nat({ max: 12 }),
        by: fc.option(oddPart),
      }),
      { minLength: 1, maxLength: 6 },
    ),
  )
  .map(([valid, edits]) =>
    edits.reduce((text, { at, length, by }) => {
      const start = Math.floor(at * text.length);
      const part = text.slice(start, start + length);
      return text.slice(0, start) + (by ?? part + part) + text.slice(start + length);
    }, valid as string),
  );

/** A request as text whose characters are the bytes to send. */
export const arbitraryRequest = fc.oneof(assembled, damaged);
