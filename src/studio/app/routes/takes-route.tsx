import { useSearch } from "wouter";
import { takesOf } from "#studio/domain/life/pairs.ts";
import { TakesScreen } from "#studio/features/compare/takes/takes-screen.tsx";
import { EndSeen } from "#studio/features/generations/views/end-seen.tsx";
import { useEntries } from "#studio/storage/library/use-library.ts";

/** The screen of all takes of one submit. Opening it marks their outcomes as seen. */
export function TakesRoute() {
  const pairId = new URLSearchParams(useSearch()).get("pair") ?? "";
  const takes = takesOf(pairId, useEntries());
  return (
    <>
      {takes.map(({ entry }) => (
        <EndSeen key={entry.id} entry={entry} />
      ))}
      <TakesScreen />
    </>
  );
}
