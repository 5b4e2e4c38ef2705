/** The rules of the problems of a studio with sign-in. */
import type { ProblemRow } from "./problem-rules.ts";

export const ACCESS_ROWS = {
  "signed-out": [
    401,
    "not-sent",
    "transient",
    "Signed out",
    "The session has ended. Sign in to go on. Nothing was sent.",
  ],
  "wrong-password": [401, "not-sent", "lasting", "Wrong password", "The password is wrong."],
  "too-many-attempts": [
    429,
    "not-sent",
    "transient",
    "Too many attempts",
    "Too many passwords were tried. Wait before you try again.",
  ],
  "too-many-requests": [
    429,
    "not-sent",
    "transient",
    "Member limit reached",
    "The studio server limits how much one member may ask for at once. Nothing was sent.",
  ],
} as const satisfies Record<string, ProblemRow>;
