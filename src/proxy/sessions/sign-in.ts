/** `POST /api/sign-in` and `POST /api/sign-out`. */
import * as z from "zod/mini";
import { readJsonText } from "#proxy/generations/request-body.ts";
import type { Outcome, Scope } from "#proxy/scope.ts";
import type { TeamAccess } from "./team-access.ts";

const PASSWORD_MAX_LENGTH = 1024;
const signInSchema = z.object({
  password: z.string().check(z.minLength(1), z.maxLength(PASSWORD_MAX_LENGTH)),
});

const DONE: Outcome = { kind: "json", status: 200, value: {} };
const NOT_FOUND: Outcome = { kind: "failure", failure: { code: "not-found" } };

/** Starts a session for the right password. A session that the request already has is ended. */
export async function signIn(
  scope: Scope,
  request: Request,
  team: TeamAccess | null,
): Promise<Outcome> {
  if (team === null) return NOT_FOUND;
  const text = await readJsonText(request);
  if (!text.ok) return { kind: "failure", failure: text.failure };
  const body = z.safeParse(signInSchema, parse(text.value));
  if (!body.success) return { kind: "failure", failure: { code: "invalid-parameters" } };
  const checked = await team.checkPassword(body.data.password, scope.clientAddress);
  if (!checked.ok) return { kind: "failure", failure: checked.failure };
  if (scope.session !== null) team.sessions.end(scope.session);
  scope.cookies = await team.sessions.start(request);
  return DONE;
}

/** Ends the session, if there is one. */
export function signOut(scope: Scope, team: TeamAccess | null): Outcome {
  if (team === null) return NOT_FOUND;
  if (scope.session !== null) scope.cookies = team.sessions.end(scope.session);
  return DONE;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
