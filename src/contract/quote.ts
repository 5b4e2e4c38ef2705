/** A price before anything is created, as the proxy reports it. */
import * as z from "zod/mini";
import { costSchema } from "./cost.ts";

/** `cost` is null when the gateway gives no quotes. */
export const quoteSchema = z.object({
  cost: costSchema,
  currency: z.string(),
  discount: z.nullable(z.number()),
});
export type QuoteAnswer = z.infer<typeof quoteSchema>;
