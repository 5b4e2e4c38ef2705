/** Replies of a scripted Kirin. */
import type { PlainFetch } from "../options.ts";

export function json(
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): PlainFetch {
  return async () => Response.json(body, { status, headers });
}

export function text(
  status: number,
  body: string,
  headers: Record<string, string> = {},
): PlainFetch {
  return async () => new Response(body, { status, headers });
}
