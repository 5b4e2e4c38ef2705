/** Open judging of two clips: which is better, a rating for each, and a checklist from the prompt. */

import { loadingLibrary } from "#messages/common.ts";
import * as messages from "#messages/judging.ts";
import { suggestReasons } from "#studio/domain/judging/checks.ts";
import { verdictId } from "#studio/domain/judging/judgement.ts";
import { answerVerdict } from "#studio/domain/judging/verdict-steps.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { blindHref } from "#studio/domain/paths.ts";
import { mergeNote } from "#studio/features/judging/fields/merge-note.ts";
import { useJudgements } from "#studio/storage/judgements/use-judgements.ts";
import { LinkButton } from "#studio/ui/buttons/link-button.tsx";
import { TextArea } from "#studio/ui/forms/text-area.tsx";
import { CheckList } from "./checks/check-list.tsx";
import { type Checks, useChecks } from "./checks/use-checks.ts";
import { ChoiceQuestion } from "./fields/choice-question.tsx";
import { GivenAnswers } from "./fields/given-answers.tsx";
import { RatingField } from "./fields/rating-field.tsx";
import { ReasonsField } from "./fields/reasons-field.tsx";
import { chosenSide, type Judged, type JudgedEntries, type JudgedNames } from "./judged-sides.ts";
import { asVerdict, changeRemark, changeVerdict } from "./save-judgement.ts";
import { SavingNote } from "./saving-note.tsx";

interface JudgePanelProps {
  /** Null for a file from the creator's computer. */
  entries: Judged<LibraryEntry | null>;
  names: JudgedNames;
}

/** For two clips of the library. A judgement of a local file couldn't be saved. */
export function JudgePanel({ entries: { left, right }, names }: JudgePanelProps) {
  const { isLoading } = useJudgements();
  if (left === null || right === null || left.id === right.id) {
    return <p className="text-14 text-muted">{messages.onlyLibrary}</p>;
  }
  if (isLoading) return <p className="text-14 text-muted">{loadingLibrary}</p>;
  return <JudgeForm entries={{ left, right }} names={names} />;
}

interface JudgeFormProps {
  entries: JudgedEntries;
  names: JudgedNames;
}

function JudgeForm({ entries, names }: JudgeFormProps) {
  const checks = useChecks(entries);
  return (
    <div className="grid gap-6">
      <h2 className="sr-only">{messages.judge}</h2>
      <SavingNote />
      <div className="grid gap-6">
        <OpenVerdict entries={entries} names={names} checks={checks} />
        <div className="grid gap-5">
          {(["left", "right"] as const).map((side) => (
            <ClipRemark
              key={entries[side].id}
              entryId={entries[side].id}
              name={names[side]}
              remark={checks.remarks[side]}
            />
          ))}
        </div>
      </div>
      <CheckList checks={checks} names={names} />
    </div>
  );
}

function OpenVerdict({ entries, names, checks }: JudgeFormProps & { checks: Checks }) {
  const { byId } = useJudgements();
  const ids = { left: entries.left.id, right: entries.right.id };
  const start = { isBlind: false, leftId: ids.left, rightId: ids.right };
  const verdict = asVerdict(byId.get(verdictId(false, ids.left, ids.right)));
  const blind = asVerdict(byId.get(verdictId(true, ids.left, ids.right)));
  const answer = verdict?.answers.better;
  return (
    <div className="grid content-start gap-4">
      <ChoiceQuestion
        question={messages.questions.better}
        ids={ids}
        names={names}
        chosenId={answer?.chosenId}
        onChoose={(chosenId) =>
          changeVerdict(start, (before, at) => answerVerdict(before, "better", { chosenId, at }))
        }
      />
      {verdict && answer && (
        <ReasonsField
          verdict={verdict}
          suggested={suggestReasons(checks.rows, chosenSide(ids, answer.chosenId))}
          onChange={(change) => changeVerdict(start, change)}
        />
      )}
      {blind && blind.revealedAt !== null && (
        <div className="grid gap-1">
          <p className="text-13 font-medium">{messages.blindAnswers}</p>
          <GivenAnswers verdict={blind} entries={entries} names={names} />
        </div>
      )}
      {(!blind || blind.revealedAt === null) && !answer && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <LinkButton href={blindHref(ids.left, ids.right)}>{messages.blindFirst}</LinkButton>
          <p className="text-13 text-muted">{messages.blindFirstDetail}</p>
        </div>
      )}
    </div>
  );
}

interface ClipRemarkProps {
  entryId: string;
  name: string;
  remark: Checks["remarks"]["left"];
}

function ClipRemark({ entryId, name, remark }: ClipRemarkProps) {
  const note = remark?.note ?? "";
  return (
    <div className="grid content-start gap-2">
      <p className="text-14 font-medium">{name}</p>
      <div>
        <RatingField
          name={name}
          rating={remark?.rating ?? null}
          onRate={(rating) => changeRemark(entryId, (before) => ({ ...before, rating }))}
        />
      </div>
      <TextArea
        label={messages.noteOf(name)}
        rows={2}
        className="pointer-coarse:min-h-11"
        value={note}
        onChange={({ currentTarget: { value: typed } }) =>
          changeRemark(entryId, (before) => ({
            ...before,
            note: mergeNote(before.note, { seen: note, typed }),
          }))
        }
      />
    </div>
  );
}
