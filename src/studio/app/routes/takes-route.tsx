import { useSearch } from "wouter";
import { chosenTakes } from "#studio/domain/life/chosen-takes.ts";
import { TakesScreen } from "#studio/features/compare/takes/takes-screen.tsx";
import { EndSeen } from "#studio/features/generations/views/end-seen.tsx";
import { useEntries } from "#studio/storage/library/use-library.ts";

/** The screen of all takes of one submit. Opening it marks their outcomes as seen. */
export function TakesRoute() {
  const { takes } = chosenTakes(useSearch(), useEntries());
  return (
    <>
      {takes.map(({ entry }) => (
        <EndSeen key={entry.id} entry={entry} />
      ))}
      <TakesScreen />
    </>
  );
}
