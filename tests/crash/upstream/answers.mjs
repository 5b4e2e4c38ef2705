/** Ways in which an answer can come, and not come. */

/** @typedef {import("node:http").ServerResponse} ServerResponse */

/** @param {ServerResponse} response @param {number} status @param {unknown} value @param {Record<string, string>} [headers] */
export function sendJson(response, status, value, headers = {}) {
  const body = JSON.stringify(value);
  response.writeHead(status, { "Content-Type": "application/json", ...headers });
  response.end(body);
}

/** A page of some gateway, with a success. @param {ServerResponse} response */
export function sendHtml(response) {
  response.writeHead(200, { "Content-Type": "text/html" });
  response.end("<!doctype html><title>Maintenance</title><p>Back soon.</p>");
}

/** Half of what it should be, then the connection breaks. @param {ServerResponse} response @param {string | Uint8Array} body */
export function sendHalf(response, body) {
  const half = body.slice(0, Math.floor(body.length / 2));
  response.writeHead(200, { "Content-Length": String(body.length) });
  response.write(half, () => response.destroy());
}

/** An error of Kirin's in its usual form. @param {ServerResponse} response @param {number} status @param {string} code @param {number | null} [retryAfterSeconds] */
export function sendRefusal(response, status, code, retryAfterSeconds = null) {
  sendJson(
    response,
    status,
    { error: { code, message: `Refused with ${code}.` } },
    retryAfterSeconds === null ? {} : { "Retry-After": String(retryAfterSeconds) },
  );
}
