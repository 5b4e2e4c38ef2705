import { lazy } from "react";
import { useLocation } from "wouter";
import { useFillForm } from "#studio/app/form-filling.tsx";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { CREATE_PATH } from "#studio/domain/paths.ts";
import { CompareScreen } from "#studio/features/compare/compare-screen.tsx";
import type { Compared } from "#studio/features/compare/sides/compared.ts";
import { EndSeen } from "#studio/features/generations/views/end-seen.tsx";
import { UnfinishedStage } from "#studio/features/generations/views/stages/unfinished-stage.tsx";
import { BlindSection } from "#studio/features/judging/blind/blind-section.tsx";

const JudgePanel = lazy(async () => ({
  default: (await import("#studio/features/judging/judge-panel.tsx")).JudgePanel,
}));

/** The comparison screen. A missing clip is replaced by the stage of its generation. */
export function CompareRoute() {
  const [, navigate] = useLocation();
  const fillForm = useFillForm();

  function renderUnfinished(entry: LibraryEntry) {
    return (
      <UnfinishedStage
        entry={entry}
        onUseSettings={() => {
          fillForm(entry.request);
          navigate(CREATE_PATH);
        }}
      />
    );
  }

  function renderJudge({ sides: { left, right } }: Compared) {
    return (
      <JudgePanel
        entries={{ left: left.entry, right: right.entry }}
        names={{ left: left.name, right: right.name }}
      />
    );
  }

  return (
    <CompareScreen
      renderUnfinished={renderUnfinished}
      renderJudge={renderJudge}
      renderChosen={(entry) => <EndSeen entry={entry} />}
      scoreboard={<BlindSection />}
    />
  );
}
