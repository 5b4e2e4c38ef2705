/** Judgements as React sees them. On the server, and until the disk was read, there are none. */
import { useSyncExternalStore } from "react";
import { type JudgementsSnapshot, NO_JUDGEMENTS } from "./judgements.ts";
import { studioJudgements } from "./studio-judgements.ts";

/** All that the creator judged, and whether it is saved. Changed through `studioJudgements`. */
export function useJudgements(): JudgementsSnapshot {
  return useSyncExternalStore(
    studioJudgements.subscribe,
    studioJudgements.getSnapshot,
    () => NO_JUDGEMENTS,
  );
}
