/** The answer of a refusal that a prompt asked for, in the form that it asked for. */
import type { RefusalEffect, RefusalForm } from "../troubles.ts";

/** Bare without a form. `Retry-After` stands in the header unless the refusal says that it is in the body. */
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
