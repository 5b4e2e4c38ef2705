/** The price of a create, as the proxy reports it. */
import * as z from "zod/mini";
import { costSchema, discountSchema } from "./cost.ts";

/** `cost` is null when the gateway has no quotes. */
export const quoteSchema = z.object({
  cost: costSchema,
  currency: z.string(),
  discount: discountSchema,
});
export type QuoteAnswer = z.infer<typeof quoteSchema>;
