/** The actions bound to this browser's library and the proxy. */
import { createGenerationActions } from "./actions.ts";
import { createDispatcher } from "./dispatcher.ts";
import { studioDeps } from "./generation-deps.ts";

/** This tab's dispatcher. */
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
