/** The actions of this studio, on its own library and its own proxy. */
import { createGenerationActions } from "./actions.ts";
import { studioDeps } from "./generation-deps.ts";

export const { submitGenerations, retry, recheck, stopWatching, watchAgain } =
  createGenerationActions(studioDeps);
