/** Builds the refusal that a prompt asks for, in the requested form. */
import type { RefusalEffect, RefusalForm } from "../injected-faults.ts";

/** Uses the bare form by default. `Retry-After` is a header unless the refusal puts it in the body. */
export function refusalAnswer(refusal: RefusalEffect, form: RefusalForm | undefined): Response {
  const { status, code, message, retryAfterSeconds, retryAfterIn = "header" } = refusal;
  const isHeader = retryAfterSeconds !== undefined && retryAfterIn === "header";
  const isBody = retryAfterSeconds !== undefined && retryAfterIn === "body";
  const said = { code, message, ...(isBody && { retry_after: retryAfterSeconds }) };
  const headers = new Headers();
  if (isHeader) headers.set("Retry-After", String(retryAfterSeconds));
  switch (form) {
    case "nested":
      return Response.json({ error: said }, { status, headers });
    case "in-a-string":
      return Response.json({ error: JSON.stringify({ error: said }) }, { status, headers });
    case "wrapped":
      return Response.json({ data: null, status: said }, { status: 200, headers });
    case undefined:
      return Response.json(said, { status, headers });
  }
}
