/** Whose request it is: the digest of its API key. */
import { createHash } from "node:crypto";
import { Refused } from "./refuse.ts";

/** The one key that is refused, so that a wrong key can be tried out. */
const INVALID_KEY = "sk-invalid";

/** The owner a request's Bearer key stands for; throws `Refused` 401 without a good one. */
export function ownerOf(request: Request): string {
  const header = request.headers.get("Authorization") ?? "";
  const key = /^Bearer +(\S.*)$/i.exec(header)?.[1]?.trim() ?? "";
  if (key === "" || key === INVALID_KEY) {
    throw new Refused(401, key === "" ? "An API key is required." : "The API key is invalid.", {
      headers: { "WWW-Authenticate": "Bearer" },
    });
  }
  return createHash("sha256").update(key).digest("hex");
}
