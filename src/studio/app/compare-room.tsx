import { useLocation } from "wouter";
import { outcomeOf } from "#studio/domain/entry-status.ts";
import type { LibraryEntry } from "#studio/domain/library-entry.ts";
import { CREATE_PATH } from "#studio/domain/paths.ts";
import { CompareScreen } from "#studio/features/compare/compare-screen.tsx";
import { fillForm } from "#studio/features/compose/fill-form.ts";
import { FailureStage } from "#studio/features/generations/failure-stage.tsx";
import { WaitingStage } from "#studio/features/generations/waiting-stage.tsx";

/** The comparison, with the generations' own pictures of waiting and failing for clips that are not there. */
export function CompareRoom() {
  const [, navigate] = useLocation();

  function renderUnfinished(entry: LibraryEntry) {
    if (outcomeOf(entry) === null) return <WaitingStage entry={entry} />;
    return (
      <FailureStage
        entry={entry}
        onUseSettings={() => {
          fillForm(entry.request);
          navigate(CREATE_PATH);
        }}
      />
    );
  }

  return <CompareScreen renderUnfinished={renderUnfinished} />;
}
