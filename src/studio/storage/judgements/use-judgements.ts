/** React access to the judgements. Empty on the server and until the disk was read. */
import { useSyncExternalStore } from "react";
import { type JudgementsSnapshot, NO_JUDGEMENTS } from "./judgements.ts";
import { studioJudgements } from "./studio-judgements.ts";

/** All judgements and whether they are saved. Change them through `studioJudgements`. */
export function useJudgements(): JudgementsSnapshot {
  return useSyncExternalStore(
    studioJudgements.subscribe,
    studioJudgements.getSnapshot,
    () => NO_JUDGEMENTS,
  );
}
