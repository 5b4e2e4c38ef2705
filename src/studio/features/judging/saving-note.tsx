import { tryAgain } from "#messages/common.ts";
import * as messages from "#messages/judging.ts";
import { describeProblem } from "#studio/format/describe-problem.ts";
import { studioJudgements } from "#studio/storage/judgements/studio-judgements.ts";
import { useJudgements } from "#studio/storage/judgements/use-judgements.ts";
import { Button } from "#studio/ui/buttons/button.tsx";

/** Says when judgements can't be saved or read, and offers a retry. Hidden otherwise. */
export function SavingNote() {
  const { problem, unsavedCount } = useJudgements();
  if (problem === null) return null;
  const { title } = describeProblem(problem);
  return (
    <div role="alert" className="flex flex-wrap items-center gap-x-3 gap-y-1 text-14 text-danger">
      <p>{unsavedCount > 0 ? messages.unsaved(title) : messages.unread(title)}</p>
      <Button onClick={() => void studioJudgements.tryAgain()}>{tryAgain}</Button>
    </div>
  );
}
