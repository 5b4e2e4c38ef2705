/** The actions of this studio, on its own library and its own proxy. */
import { createGenerationActions } from "./actions.ts";
import { createDispatcher } from "./dispatcher.ts";
import { studioDeps } from "./generation-deps.ts";

/** The one dispatcher of this tab. */
export const studioDispatcher = createDispatcher(studioDeps);

export const {
  submitGenerations,
  retry,
  startOver,
  sendAgain,
  withdraw,
  move,
  tryNow,
  recheck,
  stopWatching,
  watchAgain,
  markSeen,
} = createGenerationActions(studioDeps, studioDispatcher);
