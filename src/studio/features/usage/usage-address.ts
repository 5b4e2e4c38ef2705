/** What the Usage screen shows, as its address says it: `/usage?range=30d`, `/usage?from=2026-11-01&to=2026-11-15&by=week`. */
import * as z from "zod/mini";
import { USAGE_PATH } from "#studio/domain/paths.ts";
import { type Day, GRAINS, isDay } from "#studio/domain/usage/days.ts";
import { presetRange, RANGE_PRESETS, type UsageRange } from "#studio/domain/usage/usage-range.ts";

const daySchema = z.string().check(z.refine(isDay));

/** Values that cannot be read fall back to the default, so that an old or edited link still opens. */
const addressSchema = z.object({
  /** Ignored if `from` or `to` is set. */
  range: z.catch(z.enum(RANGE_PRESETS), "30d"),
  from: z.catch(z.nullable(daySchema), null),
  to: z.catch(z.nullable(daySchema), null),
  /** Null for the period that suits the range. */
  by: z.catch(z.nullable(z.enum(GRAINS)), null),
  /** The unit of the chart. Null for the first one. */
  unit: z.catch(z.nullable(z.string()), null),
});
export type UsageAddress = z.infer<typeof addressSchema>;

/** Parses the search part of an address. */
export function parseUsageAddress(search: string): UsageAddress {
  return z.parse(addressSchema, Object.fromEntries(new URLSearchParams(search)));
}

/** The address of the screen with these values. */
export function usageHref(address: UsageAddress): string {
  const { range, from, to, by, unit } = address;
  const days = isCustom(address) ? { from, to } : { range };
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...days, by, unit })) {
    if (value !== null) search.set(name, value);
  }
  return `${USAGE_PATH}?${search}`;
}

/** Whether the creator typed the dates. */
export function isCustom({ from, to }: Pick<UsageAddress, "from" | "to">): boolean {
  return from !== null || to !== null;
}

/** The days that an address asks for. */
export function rangeOf({ range, from, to }: UsageAddress, today: Day): UsageRange {
  return isCustom({ from, to }) ? { from, to } : presetRange(range, today);
}
