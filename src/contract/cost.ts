/** An amount of money between browser and proxy. */
import * as z from "zod/mini";
import { readAmount } from "#kirin/money.ts";
import { readDiscount } from "#kirin/usage.ts";

/**
 * A decimal string; the text as Kirin sent it where that is no plain number; null where nothing is known. Never fails: a paid
 * generation must not become unreadable for its price.
 */
export const costSchema = z.catch(z.pipe(z.unknown(), z.transform(readAmount)), null);

/** A discount as Kirin reported it, or null. */
export const discountSchema = z.catch(z.pipe(z.unknown(), z.transform(readDiscount)), null);
