/** Identifies the owner of a request by a digest of its API key. */
import { createHash } from "node:crypto";
import { Refused } from "./refuse.ts";

/** The one key that is always refused, to test with a wrong key. */
const INVALID_KEY = "sk-invalid";

/** The owner that belongs to the Bearer key. Throws `Refused` with 401 if the key is missing or wrong. */
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
