/** Reads from the environment how a team signs in. */
import * as z from "zod/mini";
import { number, parseEnv, variable } from "#hosts/node/env-variables.ts";
import type { TeamOptions } from "#proxy/sessions/team-access.ts";
import { isPassword, isPasswordHash } from "./password-hash.ts";

const HASH_SENTENCE = 'STUDIO_PASSWORD_HASH must be the output of "npm run hash-password".';
const SECRET_SENTENCE = "STUDIO_SESSION_SECRET must have at least 32 characters.";
const CREATES_SENTENCE = "STUDIO_CREATES_PER_MINUTE must be a whole number from 1 to 1000.";

const schema = z.object({
  STUDIO_PASSWORD_HASH: z.pipe(
    variable(""),
    z
      .string()
      .check(z.refine((text) => text === "" || isPasswordHash(text), { error: HASH_SENTENCE })),
  ),
  STUDIO_SESSION_SECRET: z.pipe(
    variable(""),
    z
      .string()
      .check(z.refine((text) => text === "" || text.length >= 32, { error: SECRET_SENTENCE })),
  ),
  STUDIO_CREATES_PER_MINUTE: number(
    20,
    (count) => Number.isInteger(count) && count >= 1 && count <= 1000,
    CREATES_SENTENCE,
  ),
});

/**
 * Reads `STUDIO_PASSWORD_HASH`, `STUDIO_SESSION_SECRET` and `STUDIO_CREATES_PER_MINUTE`. Returns null without a
 * password. Throws a `SettingsError` on an invalid value, without repeating it.
 */
export function readTeamOptions(env: Record<string, string | undefined>): TeamOptions | null {
  const parsed = parseEnv(schema, env);
  const { STUDIO_PASSWORD_HASH: passwordHash, STUDIO_CREATES_PER_MINUTE: createsPerMinute } =
    parsed;
  if (passwordHash === "") return null;
  return {
    isPassword: (password) => isPassword(password, passwordHash),
    passwordHash,
    // The hash is as secret and as random as a secret of its own, and every instance has it.
    secret: parsed.STUDIO_SESSION_SECRET || passwordHash,
    createsPerMinute,
  };
}
