/** Amounts of money between browser and proxy. */
import * as z from "zod/mini";
import { readDiscount } from "#kirin/usage.ts";
import { readAmount } from "#kirin/values/money.ts";

/**
 * A decimal string, the original text if it is not a number, or null. Never fails, so that an odd price cannot
 * make a paid generation unreadable.
 */
export const costSchema = z.catch(z.pipe(z.unknown(), z.transform(readAmount)), null);

/** A discount as reported by Kirin, or null. */
export const discountSchema = z.catch(z.pipe(z.unknown(), z.transform(readDiscount)), null);
