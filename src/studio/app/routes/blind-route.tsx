import { yourAnswers } from "#messages/judging.ts";
import { BlindStage } from "#studio/features/compare/blind/blind-stage.tsx";
import { differenceSentence } from "#studio/features/compare/facts/difference-sentence.ts";
import { EndSeen } from "#studio/features/generations/views/end-seen.tsx";
import { BlindScreen } from "#studio/features/judging/blind/blind-screen.tsx";
import { CHOICE_SHORTCUTS } from "#studio/features/judging/blind/choice-shortcuts.ts";
import type { JudgedEntries, JudgedNames } from "#studio/features/judging/judged-sides.ts";
import { useEntries } from "#studio/storage/library/use-library.ts";

const ANSWERS = [{ title: yourAnswers, shortcuts: CHOICE_SHORTCUTS }];

/** The blind comparison screen. It connects judging with the stage and the measures of the comparison. */
export function BlindRoute() {
  const library = useEntries();
  return (
    <BlindScreen
      renderStage={(entries, isBlind) => (
        <>
          <BlindStage
            entries={entries}
            library={library}
            isBlind={isBlind}
            moreShortcuts={isBlind ? ANSWERS : undefined}
          />
          <EndSeen entry={entries.left} />
          <EndSeen entry={entries.right} />
        </>
      )}
      renderDifference={(entries, names) => <Difference entries={entries} names={names} />}
    />
  );
}

function Difference({ entries, names }: { entries: JudgedEntries; names: JudgedNames }) {
  const difference = differenceSentence(entries, names);
  return (
    difference && (
      <div className="tabular-nums">
        <p className="text-16 font-medium">{difference.sentence}</p>
        {difference.detail && <p className="text-13 text-muted">{difference.detail}</p>}
      </div>
    )
  );
}
