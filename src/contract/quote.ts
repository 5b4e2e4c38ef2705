/** A price before anything is created, as the proxy reports it. */
import * as z from "zod/mini";

/** `cost` is a decimal string, or null when the gateway gives no quotes. */
export const quoteSchema = z.object({
  cost: z.nullable(z.string()),
  currency: z.string(),
  discount: z.nullable(z.number()),
});
export type QuoteAnswer = z.infer<typeof quoteSchema>;
