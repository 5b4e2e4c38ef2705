/** Reads the body of a create or quote: one JSON object of Kirin's parameters. */
import type { FieldIssue } from "#contract/problem.ts";
import { BODY_MAX_BYTES } from "#contract/routes.ts";
import { type KirinRequest, requestIssues, requestSchema } from "#kirin/request.ts";
import { cutText } from "#kirin/values/text.ts";
import { discard, readLimited } from "#proxy/bodies/read-limited.ts";
import { failed, type Result } from "#proxy/responses/failure.ts";
import { duplicateKeys } from "./duplicate-keys.ts";

const MAX_ISSUES = 20;
const MAX_FIELD_LENGTH = 100;

/** Reads, decodes, parses and checks a request's body, in that order. */
export async function readRequestBody(request: Request): Promise<Result<KirinRequest>> {
  const text = await readJsonText(request);
  return text.ok ? parseRequest(text.value) : text;
}

/** Reads and decodes a body that is labelled as JSON. */
export async function readJsonText(request: Request): Promise<Result<string>> {
  if (!isJsonInUtf8(request.headers.get("Content-Type"))) {
    discard(request.body);
    return failed({ code: "invalid-content-type" });
  }
  try {
    const bytes = await readLimited(request.body, BODY_MAX_BYTES);
    if (bytes === null) return failed({ code: "body-too-large" });
    return { ok: true, value: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    // The bytes are not UTF-8, or the client aborted the upload.
    return failed({ code: "invalid-json" });
  }
}

function parseRequest(text: string): Result<KirinRequest> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return failed({ code: "invalid-json" });
  }
  const parsed = requestSchema.safeParse(value);
  const issues = [
    ...duplicateKeys(text).map((field) => issue(field, "duplicate-parameter")),
    ...(parsed.success
      ? []
      : requestIssues(parsed.error).map(({ field, reason }) => issue(field || "body", reason))),
  ];
  if (parsed.success && issues.length === 0) return { ok: true, value: parsed.data };
  return failed({ code: "invalid-parameters", issues: issues.slice(0, MAX_ISSUES) });
}

/** Accepts `application/json` without a charset or with UTF-8 (RFC 8259, section 8.1). */
function isJsonInUtf8(contentType: string | null): boolean {
  const [type = "", ...parameters] = (contentType ?? "").toLowerCase().split(";");
  if (type.trim() !== "application/json") return false;
  return parameters
    .map((parameter) => parameter.trim())
    .filter((parameter) => parameter.startsWith("charset="))
    .every((parameter) => /^charset="?utf-?8"?$/.test(parameter));
}

function issue(field: string, message: string): FieldIssue {
  return { field: cutText(field, MAX_FIELD_LENGTH), message };
}
