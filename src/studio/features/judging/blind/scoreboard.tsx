/** The summary of all blind verdicts. */

import { modes } from "#messages/common.ts";
import * as messages from "#messages/judging.ts";
import {
  type QuestionScore,
  scoreBlindVerdicts,
  VERDICTS_MIN,
} from "#studio/domain/judging/verdict-score.ts";
import { useJudgements } from "#studio/storage/judgements/use-judgements.ts";
import { useEntries } from "#studio/storage/library/use-library.ts";

/** Wins, ties and confidence intervals per question. Hidden before the first blind verdict. */
export function Scoreboard() {
  const { byId } = useJudgements();
  const { count, questions, costRatio } = scoreBlindVerdicts(byId.values(), useEntries());
  const [first] = questions;
  if (count === 0 || first === undefined) return null;
  const { low, high } = first.interval;
  return (
    <section aria-labelledby="blind-scoreboard" className="grid gap-3">
      <h2 id="blind-scoreboard" className="text-16 font-semibold">
        {messages.scoreboard}
      </h2>
      <div className="grid gap-0.5">
        <p className="text-16 text-balance">
          {messages.headline({ pro: first.pro, count: first.count, low, high, times: costRatio })}
        </p>
        <p className="text-14 text-muted">
          {messages.others(first.std, first.same, messages.questions[first.question])}
        </p>
        {first.isEarly && <p className="text-14 font-medium">{messages.tooEarly(VERDICTS_MIN)}</p>}
      </div>
      <ul className="grid gap-x-10 md:grid-cols-2">
        {questions.map((score) => (
          <QuestionLine key={score.question} score={score} />
        ))}
      </ul>
      <p className="max-w-prose text-13 text-muted">{messages.scoreHint}</p>
    </section>
  );
}

/** The scale runs from 0 to 100 %, and the mark in the middle is 50 %. */
function QuestionLine({ score }: { score: QuestionScore }) {
  const { low, high } = score.interval;
  return (
    <li className="grid gap-1 border-t border-line py-2 text-13 tabular-nums">
      <p className="font-medium">{messages.questions[score.question]}</p>
      <p className="flex flex-wrap gap-x-4">
        <span className="text-pro">{messages.tally(modes.pro, score.pro)}</span>
        <span>{messages.tally(messages.noDifference, score.same)}</span>
        <span className="text-std">{messages.tally(modes.std, score.std)}</span>
      </p>
      <span aria-hidden="true" className="relative my-1 block h-1.5 rounded-full bg-pressed">
        <span
          className="absolute inset-y-0 rounded-full bg-pro"
          style={{ left: `${low * 100}%`, right: `${(1 - high) * 100}%` }}
        />
        <span className="absolute -inset-y-0.5 left-1/2 w-px bg-ink" />
      </span>
      <p className="text-muted">
        <span>{messages.interval(low, high)}</span> {score.isEarly && <span>{messages.early}</span>}
      </p>
    </li>
  );
}
