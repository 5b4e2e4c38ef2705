import { useLocation } from "wouter";
import type { LibraryEntry } from "#studio/domain/library-entry.ts";
import { CREATE_PATH } from "#studio/domain/paths.ts";
import { CompareScreen } from "#studio/features/compare/compare-screen.tsx";
import { fillForm } from "#studio/features/compose/fill-form.ts";
import { UnfinishedStage } from "#studio/features/generations/unfinished-stage.tsx";

/** The comparison, with the generations' own stages for clips that are not there. */
export function CompareRoom() {
  const [, navigate] = useLocation();

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

  return <CompareScreen renderUnfinished={renderUnfinished} />;
}
