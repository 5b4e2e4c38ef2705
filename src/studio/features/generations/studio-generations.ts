/** The actions bound to this browser's library and the proxy. */
import { studioDeps } from "./background/generation-deps.ts";
import { studioDispatcher } from "./background/sending/studio-dispatcher.ts";
import { createGenerationActions } from "./create-generations.ts";

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
