/** An amount of money between browser and proxy. */
import * as z from "zod/mini";
import { isDecimalString } from "#kirin/decimal.ts";

/**
 * A decimal string, or null where none is known. What is no decimal counts as not known: a sum must not stumble over
 * it, and a paid generation must not become unreadable for it.
 */
export const costSchema = z.catch(z.nullable(z.string().check(z.refine(isDecimalString))), null);
