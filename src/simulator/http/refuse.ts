/**
 * A refusal. Code and message are at the top level of the body: the platform's command-line client reads
 * `message` there, and the underlying service puts the code of a 429 there.
 */
export class Refused extends Error {
  override readonly name = "Refused";
  readonly status: number;
  readonly code: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    message: string,
    { code = status, headers = {} }: { code?: number; headers?: Record<string, string> } = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

/** The response for a refusal. */
export function refusalResponse({ status, code, message, headers }: Refused): Response {
  return Response.json({ code, message }, { status, headers });
}

/** The wrapped form: HTTP 200 with the refusal in `status`. */
export function wrappedRefusalResponse(code: number, message: string, status = 200): Response {
  return Response.json({ status: { code, message }, data: null }, { status });
}
