import { useStore } from "#studio/store/use-store.ts";
import type { JudgementsState } from "./judgements-state.ts";
import { studioJudgements } from "./studio-judgements.ts";

/**
 * All judgements and whether they are saved. Empty at build time and until the disk was read. Change them through
 * `studioJudgements`.
 */
export function useJudgements(): JudgementsState {
  return useStore(studioJudgements, (state) => state);
}
