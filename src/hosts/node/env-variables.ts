/** Parses environment variables with schemas. An invalid value gives a one-sentence error. */
import * as z from "zod/mini";
import { SettingsError } from "#proxy/upstream/upstream-settings.ts";

/** A variable with a default for an unset or empty value. */
export function variable(fallback: string) {
  return z.pipe(
    z.optional(z.string()),
    z.transform((text: string | undefined) => text?.trim() || fallback),
  );
}

/** A decimal number for which `isValid` holds; otherwise an issue with the message `error`. */
export function number(fallback: number, isValid: (value: number) => boolean, error: string) {
  return z.pipe(
    variable(String(fallback)),
    z.pipe(
      z.transform((text: string) => (/^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN)),
      z.number({ error }).check(z.refine(isValid, { error })),
    ),
  );
}

/** `1`, or `0` or nothing. */
export function flag(name: string) {
  const error = `${name} must be 1 or unset.`;
  return z.pipe(
    variable("0"),
    z.pipe(
      z.enum(["0", "1"], { error }),
      z.transform((text) => text === "1"),
    ),
  );
}

/** Parses an environment. Throws {@link SettingsError} with the message of the first invalid value. */
export function parseEnv<T extends z.ZodMiniType>(schema: T, env: unknown): z.output<T> {
  const parsed = z.safeParse(schema, env);
  if (parsed.success) return parsed.data;
  throw new SettingsError(
    parsed.error.issues[0]?.message ?? "The environment variables couldn't be read.",
  );
}
