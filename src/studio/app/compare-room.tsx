import { useLocation, useSearch } from "wouter";
import type { LibraryEntry } from "#studio/domain/library-entry.ts";
import { CREATE_PATH } from "#studio/domain/paths.ts";
import { CompareScreen } from "#studio/features/compare/compare-screen.tsx";
import { chooseSides } from "#studio/features/compare/sides.ts";
import { fillForm } from "#studio/features/compose/fill-form.ts";
import { EndSeen } from "#studio/features/generations/end-seen.tsx";
import { UnfinishedStage } from "#studio/features/generations/unfinished-stage.tsx";
import { useEntries } from "#studio/storage/use-library.ts";

/** The comparison, with the generations' own stages for clips that are not there. */
export function CompareRoom() {
  const [, navigate] = useLocation();
  const sides = chooseSides(useSearch(), useEntries());

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

  return (
    <>
      {sides?.kind === "both" &&
        [sides.left, sides.right].map((entry) => <EndSeen key={entry.id} entry={entry} />)}
      <CompareScreen renderUnfinished={renderUnfinished} />
    </>
  );
}
