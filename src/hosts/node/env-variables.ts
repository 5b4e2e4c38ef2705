/** How environment variables are read: each by a schema, and a wrong value ends in one sentence. */
import * as z from "zod/mini";
import { SettingsError } from "#proxy/upstream-settings.ts";

/** A variable that is not set, or set to nothing, has its default. */
export function variable(fallback: string) {
  return z.pipe(
    z.optional(z.string()),
    z.transform((text: string | undefined) => text?.trim() || fallback),
  );
}

/** A decimal number that `isGood`; anything else is an issue with the sentence `error`. */
export function number(fallback: number, isGood: (value: number) => boolean, error: string) {
  return z.pipe(
    variable(String(fallback)),
    z.pipe(
      z.transform((text: string) => (/^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN)),
      z.number({ error }).check(z.refine(isGood, { error })),
    ),
  );
}

/** Reads an environment; throws {@link SettingsError} with the sentence of the first wrong value. */
export function parseEnv<T extends z.ZodMiniType>(schema: T, env: unknown): z.output<T> {
  const parsed = z.safeParse(schema, env);
  if (parsed.success) return parsed.data;
  throw new SettingsError(parsed.error.issues[0]?.message ?? "The environment cannot be read.");
}
