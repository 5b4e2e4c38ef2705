/** Two clips on one stage, and the panels about them. */
import { lazy, type ReactNode, useState } from "react";
import { mapSides, type Side } from "#comparison/sides.ts";
import * as messages from "#messages/compare.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { ComparisonContext } from "./comparison-context.ts";
import { ComparisonHead } from "./comparison-head.tsx";
import { ComparisonRegion } from "./comparison-region.tsx";
import { FactsPanel } from "./facts/facts-panel.tsx";
import { DetailsPanel } from "./panel/details-panel.tsx";
import { ClipChooser } from "./sides/clip-chooser.tsx";
import type { Compared } from "./sides/compared.ts";
import { useFileDrop } from "./sides/use-file-drop.ts";
import { useComparisonScreen } from "./use-comparison-screen.ts";

const ExportPanel = lazy(async () => {
  const { ExportPanel: panel } = await import("./export/export-panel.tsx");
  return { default: panel };
});

const MeasuresPanel = lazy(async () => {
  const { MeasuresPanel: panel } = await import("./measures/measures-panel.tsx");
  return { default: panel };
});

interface ComparisonViewProps {
  /** Renders a generation without a clip: still waiting, or failed. */
  renderUnfinished: (entry: LibraryEntry) => ReactNode;
  /** Renders the creator's judgement of the two clips. */
  renderJudge: (compared: Compared) => ReactNode;
}

/** The header above the pictures, and the panel beside or below them. Fits the window, so that nothing scrolls away. */
export function ComparisonView({ renderUnfinished, renderJudge }: ComparisonViewProps) {
  const screen = useComparisonScreen();
  const { sides, compared } = screen;
  const [choosing, setChoosing] = useState<Side | null>(null);
  const over = useFileDrop((files, side) => handleFiles(files, choosing ?? side));

  function handleFiles(files: readonly File[], side: Side) {
    setChoosing(null);
    screen.placeFiles(files, side);
  }

  const subjects = mapSides(sides, ({ name, choice, opened }) => ({
    name,
    entry: choice.kind === "entry" ? choice.entry : null,
    media: opened?.kind === "open" ? opened.media : null,
  }));
  return (
    <ComparisonContext
      value={{ ...screen, placeFiles: handleFiles, openChooser: setChoosing, renderUnfinished }}
    >
      <div data-window-height className="flex min-h-0 flex-1 flex-col">
        <ComparisonHead />
        <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)] grid-rows-[minmax(0,1fr)_auto] min-[68.75rem]:grid-cols-[minmax(0,1fr)_auto] min-[68.75rem]:grid-rows-[minmax(0,1fr)]">
          <ComparisonRegion over={over} />
          <DetailsPanel
            panels={{
              facts: () => <FactsPanel subjects={subjects} />,
              judge: () => (compared ? renderJudge(compared) : <NeedsBoth />),
              measures: () => (compared ? <MeasuresPanel compared={compared} /> : <NeedsBoth />),
              export: () => (compared ? <ExportPanel compared={compared} /> : <NeedsBoth />),
            }}
          />
        </div>
      </div>
      {choosing && (
        <ClipChooser
          side={choosing}
          onChoose={(id) => {
            setChoosing(null);
            screen.choose(choosing, id);
          }}
          onFile={(file) => handleFiles([file], choosing)}
          onClose={() => setChoosing(null)}
        />
      )}
    </ComparisonContext>
  );
}

function NeedsBoth() {
  return <p className="text-14 text-muted">{messages.needsBoth}</p>;
}
