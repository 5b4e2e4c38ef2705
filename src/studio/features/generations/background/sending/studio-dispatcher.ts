import { studioDeps } from "../generation-deps.ts";
import { createDispatcher } from "./dispatcher.ts";

/** This tab's dispatcher. */
export const studioDispatcher = createDispatcher(studioDeps);
