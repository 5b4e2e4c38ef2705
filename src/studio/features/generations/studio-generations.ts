import { studioDeps } from "./background/generation-deps.ts";
import { studioDispatcher } from "./background/sending/studio-dispatcher.ts";
import { createGenerations } from "./create-generations.ts";
import { mayPay } from "./may-pay.ts";

/** The creator's actions on the library of this browser. */
export const generations = createGenerations(studioDeps, studioDispatcher, mayPay);
