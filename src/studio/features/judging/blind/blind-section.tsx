import * as messages from "#messages/judging.ts";
import { blindQueue } from "#studio/domain/judging/verdict-queue.ts";
import { BLIND_PATH } from "#studio/domain/paths.ts";
import { useJudgements } from "#studio/storage/judgements/use-judgements.ts";
import { useEntries } from "#studio/storage/library/use-library.ts";
import { LinkButton } from "#studio/ui/buttons/link-button.tsx";
import { Scoreboard } from "./scoreboard.tsx";

/** Results of the blind comparisons so far, and a link to the pairs that wait. */
export function BlindSection() {
  const { byId, isLoading } = useJudgements();
  const waiting = blindQueue(useEntries(), byId).length;
  if (isLoading) return null;
  return (
    <div className="grid gap-4">
      <Scoreboard />
      {waiting > 0 && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <LinkButton href={BLIND_PATH}>{messages.startBlind}</LinkButton>
          <p className="text-13 text-muted">{messages.pairsRemaining(waiting)}</p>
        </div>
      )}
    </div>
  );
}
