/** Requests and answers without the platform's streams, which would make a trial a hundred times as long. */

/** The parts of an answer that the proxy looks at. */
function answer(status: number, text: string, retryAfterSeconds: number | null, isBroken = false) {
  const body = bodyOf(text, isBroken);
  const headers = { get: (name: string) => (name === "Retry-After" ? retryAfter : null) };
  const retryAfter = retryAfterSeconds === null ? null : String(retryAfterSeconds);
  // All that the proxy asks of a Response, and nothing else of it.
  return { type: "basic", status, headers, body } as unknown as Response;
}

/** An answer in JSON. */
export function jsonAnswer(
  status: number,
  value: unknown,
  retryAfterSeconds: number | null = null,
): Response {
  return answer(status, JSON.stringify(value), retryAfterSeconds);
}

/** A page of some gateway, with a success. */
export function htmlAnswer(): Response {
  return answer(200, "<!doctype html><title>Maintenance</title>", null);
}

/** Half an answer, and then the connection breaks. */
export function brokenAnswer(): Response {
  return answer(200, '{"id": "ta', null, true);
}

/** The studio's request for a create, as the proxy gets it. */
export function createRequest(value: unknown, signal: AbortSignal): Request {
  const headers = { get: (name: string) => (name === "Content-Type" ? "application/json" : null) };
  // All that the proxy's handler asks of a Request, and the signal that it must not heed.
  return { headers, body: bodyOf(JSON.stringify(value), false), signal } as unknown as Request;
}

const encoder = new TextEncoder();

function bodyOf(text: string, isBroken: boolean) {
  const cancel = () => Promise.resolve();
  let chunks = [encoder.encode(text)];
  const read = async () => {
    const [value] = chunks;
    chunks = [];
    if (value === undefined && isBroken) throw new Error("ECONNRESET");
    return { done: value === undefined, value };
  };
  return { cancel, getReader: () => ({ read, cancel }) };
}
