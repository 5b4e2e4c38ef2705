import * as messages from "#messages/judging.ts";
import type { Verdict } from "#studio/domain/judging/judgement.ts";
import { BLIND_QUESTIONS } from "#studio/domain/judging/verdict-score.ts";
import {
  chosenSide,
  type JudgedEntries,
  type JudgedNames,
} from "#studio/features/judging/judged-sides.ts";

interface GivenAnswersProps {
  verdict: Verdict;
  entries: JudgedEntries;
  names: JudgedNames;
}

/** The answers of a blind comparison, shown after the reveal. */
export function GivenAnswers({ verdict: { answers }, entries, names }: GivenAnswersProps) {
  const ids = { left: entries.left.id, right: entries.right.id };
  const given = BLIND_QUESTIONS.flatMap((question) => {
    const answer = answers[question];
    if (answer === undefined) return [];
    const side = chosenSide(ids, answer.chosenId);
    return [{ question, chosen: side === null ? messages.noDifference : names[side] }];
  });
  return (
    <dl className="grid gap-x-8 gap-y-1 text-14 sm:grid-cols-[auto_1fr]">
      {given.map(({ question, chosen }) => (
        <div key={question} className="col-span-full grid gap-x-8 sm:grid-cols-subgrid">
          <dt className="text-muted">{messages.questions[question]}</dt>
          <dd className="font-medium">{chosen}</dd>
        </div>
      ))}
    </dl>
  );
}
