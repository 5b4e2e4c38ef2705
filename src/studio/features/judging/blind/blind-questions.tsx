/** The two questions before the reveal. */
import { useState } from "react";
import * as messages from "#messages/judging.ts";
import type { Question, Verdict } from "#studio/domain/judging/judgement.ts";
import {
  answerVerdict,
  canReveal,
  FIRST_QUESTIONS,
  revealVerdict,
} from "#studio/domain/judging/verdict-steps.ts";
import { ChoiceQuestion } from "#studio/features/judging/fields/choice-question.tsx";
import { changeVerdict } from "#studio/features/judging/save-judgement.ts";
import { announce } from "#studio/ui/announcer.tsx";
import { Button } from "#studio/ui/buttons/button.tsx";
import { useShortcuts } from "#studio/ui/shortcuts/use-shortcuts.ts";
import { CHOICE_SHORTCUTS } from "./choice-shortcuts.ts";

const NAMES = { left: messages.sideA, right: messages.sideB };

/** Answers are saved at once and can be changed until the reveal. */
export function BlindQuestions({ verdict }: { verdict: Verdict }) {
  const [region, setRegion] = useState<HTMLElement | null>(null);
  const { leftId, rightId, answers } = verdict;
  const next = FIRST_QUESTIONS.find((question) => answers[question] === undefined);
  const isReady = canReveal(verdict);

  function answer(question: Question, chosenId: string | null) {
    changeVerdict(verdict, (before, at) => answerVerdict(before, question, { chosenId, at }));
  }

  function answerByKey(chosenId: string | null, name: string) {
    if (next === undefined) return;
    answer(next, chosenId);
    announce(messages.answeredBy(messages.questions[next], name));
  }

  useShortcuts(region, CHOICE_SHORTCUTS, {
    left: () => answerByKey(leftId, NAMES.left),
    right: () => answerByKey(rightId, NAMES.right),
    neither: () => answerByKey(null, messages.noDifference),
  });

  return (
    <section ref={setRegion} aria-label={messages.yourAnswers} className="grid gap-4">
      <div className="grid gap-x-8 gap-y-4 md:grid-cols-2">
        {FIRST_QUESTIONS.map((question) => (
          <ChoiceQuestion
            key={question}
            question={messages.questions[question]}
            hint={question === next ? messages.keysHint : undefined}
            ids={{ left: leftId, right: rightId }}
            names={NAMES}
            chosenId={answers[question]?.chosenId}
            onChoose={(chosenId) => answer(question, chosenId)}
          />
        ))}
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button
          variant="primary"
          size="large"
          disabled={!isReady}
          onClick={() => changeVerdict(verdict, revealVerdict)}
        >
          {messages.reveal}
        </Button>
        {!isReady && <p className="text-13 text-muted">{messages.answerBoth}</p>}
      </div>
    </section>
  );
}
