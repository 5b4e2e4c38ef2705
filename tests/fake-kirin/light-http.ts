/**
 * Requests and responses with only the parts that the proxy uses. The platform's streams would make a model test a
 * hundred times slower.
 */

interface LightBody {
  text: string;
  /** Whether the connection breaks after the text. */
  isBroken?: boolean;
}

export function lightResponse(
  status: number,
  body: LightBody,
  retryAfterSeconds: number | null = null,
): Response {
  const retryAfter = retryAfterSeconds === null ? null : String(retryAfterSeconds);
  const headers = { get: (name: string) => (name === "Retry-After" ? retryAfter : null) };
  // The proxy uses no other part of a Response.
  return { type: "basic", status, headers, body: lightStream(body) } as unknown as Response;
}

/** The studio's request for a create, as the proxy receives it. */
export function lightCreateRequest(value: unknown, signal: AbortSignal): Request {
  const headers = { get: (name: string) => (name === "Content-Type" ? "application/json" : null) };
  const body = lightStream({ text: JSON.stringify(value) });
  // The proxy's handler uses no other part of a Request, and must ignore the signal.
  return { headers, body, signal } as unknown as Request;
}

const encoder = new TextEncoder();

function lightStream({ text, isBroken = false }: LightBody) {
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
