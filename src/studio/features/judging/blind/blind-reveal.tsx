/** The result of a blind comparison, followed by sound, reasons, the scoreboard and the next pair. */
import { type ReactNode, useEffect, useRef } from "react";
import { resolveRequest } from "#kirin/request.ts";
import * as messages from "#messages/judging.ts";
import { suggestReasons } from "#studio/domain/judging/checks.ts";
import type { Verdict } from "#studio/domain/judging/judgement.ts";
import { blindQueue } from "#studio/domain/judging/verdict-queue.ts";
import { answerVerdict, chosenBy } from "#studio/domain/judging/verdict-steps.ts";
import { blindHref, compareHref } from "#studio/domain/paths.ts";
import { CheckList } from "#studio/features/judging/checks/check-list.tsx";
import { useChecks } from "#studio/features/judging/checks/use-checks.ts";
import { ChoiceQuestion } from "#studio/features/judging/fields/choice-question.tsx";
import { GivenAnswers } from "#studio/features/judging/fields/given-answers.tsx";
import { ReasonsField } from "#studio/features/judging/fields/reasons-field.tsx";
import {
  chosenSide,
  type JudgedEntries,
  type JudgedNames,
} from "#studio/features/judging/judged-sides.ts";
import { changeVerdict } from "#studio/features/judging/save-judgement.ts";
import { useJudgements } from "#studio/storage/judgements/use-judgements.ts";
import { useEntries } from "#studio/storage/library/use-library.ts";
import { LinkButton } from "#studio/ui/buttons/link-button.tsx";
import { judgedNames } from "./judged-names.ts";
import { Scoreboard } from "./scoreboard.tsx";

/** Renders the difference in cost and time. The caller provides it, because it compares entries. */
export type RenderDifference = (entries: JudgedEntries, names: JudgedNames) => ReactNode;

interface BlindRevealProps {
  verdict: Verdict;
  entries: JudgedEntries;
  /** Whether the reveal has just happened. If so, it takes the focus. */
  isNew: boolean;
  renderDifference: RenderDifference;
}

/** Shown once both questions are answered. */
export function BlindReveal({ verdict, entries, isNew, renderDifference }: BlindRevealProps) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isNew) title.current?.focus();
  }, [isNew]);
  const names = judgedNames(entries, useEntries());
  return (
    <div className="grid gap-6">
      <section className="grid gap-3">
        <h2 ref={title} tabIndex={-1} className="text-20 font-semibold">
          {messages.revealed(names.left, names.right)}
        </h2>
        <GivenAnswers verdict={verdict} entries={entries} names={names} />
        {renderDifference(entries, names)}
      </section>
      <SoundRound verdict={verdict} entries={entries} names={names} />
      <Why verdict={verdict} entries={entries} names={names} />
      <Scoreboard />
      <NextOne entries={entries} />
    </div>
  );
}

interface PartProps {
  verdict: Verdict;
  entries: JudgedEntries;
  names: JudgedNames;
}

function SoundRound({ verdict, entries: { left, right }, names }: PartProps) {
  const silent = [left, right].filter(({ request }) => !resolveRequest(request).sound);
  if (silent.length === 2) return null;
  return (
    <section aria-label={messages.soundRound} className="grid max-w-xl gap-2">
      <h3 className="text-16 font-semibold">{messages.soundRound}</h3>
      <p className="text-13 text-muted">
        {messages.soundHint}{" "}
        {silent.map((entry) => messages.withoutSound(entry === left ? names.left : names.right))}
      </p>
      <ChoiceQuestion
        question={messages.questions.sound}
        ids={{ left: left.id, right: right.id }}
        names={names}
        chosenId={verdict.answers.sound?.chosenId}
        onChoose={(chosenId) =>
          changeVerdict(verdict, (before, at) => answerVerdict(before, "sound", { chosenId, at }))
        }
      />
    </section>
  );
}

function Why({ verdict, entries, names }: PartProps) {
  const checks = useChecks(entries);
  const ids = { left: entries.left.id, right: entries.right.id };
  const suggested = suggestReasons(checks.rows, chosenSide(ids, chosenBy(verdict)));
  return (
    <section aria-label={messages.whyTitle} className="grid gap-3">
      <h3 className="text-16 font-semibold">{messages.whyTitle}</h3>
      <div className="grid gap-x-10 gap-y-5 lg:grid-cols-2">
        <CheckList checks={checks} names={names} />
        <ReasonsField
          verdict={verdict}
          suggested={suggested}
          onChange={(change) => changeVerdict(verdict, change)}
        />
      </div>
    </section>
  );
}

function NextOne({ entries: { left, right } }: { entries: JudgedEntries }) {
  const { byId } = useJudgements();
  const queue = blindQueue(useEntries(), byId);
  const [next] = queue;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line pt-4">
      {next && (
        <LinkButton href={blindHref(...next)} variant="primary">
          {messages.next}
        </LinkButton>
      )}
      <LinkButton href={compareHref(left.id, right.id)}>{messages.openComparison}</LinkButton>
      <p className="text-13 text-muted">
        {queue.length > 0 ? messages.pairsRemaining(queue.length) : messages.allJudged}
      </p>
    </div>
  );
}
