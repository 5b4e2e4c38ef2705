/** What can be said and done about two clips beside looking at them: one panel at a time. */
import { type ReactNode, Suspense, useState } from "react";
import { SegmentedControl } from "#studio/ui/segmented-control.tsx";
import { Spinner } from "#studio/ui/spinner.tsx";
import * as words from "#words/compare.ts";

export type PanelName = keyof typeof words.panelNames;

/** Only the panels that make sense now. */
export type Panels = Partial<Record<PanelName, () => ReactNode>>;

const ORDER: readonly PanelName[] = ["facts", "judge", "measures", "takeAway"];

/** A panel that was opened stays as it is while another one is looked at. */
export function ComparePanels({ panels }: { panels: Panels }) {
  const [chosen, setChosen] = useState<PanelName>("facts");
  const [opened, setOpened] = useState<ReadonlySet<PanelName>>(new Set(["facts"]));
  const names = ORDER.filter((name) => panels[name] !== undefined);
  const shown = names.includes(chosen) ? chosen : "facts";
  return (
    <section aria-label={words.panels} className="grid gap-4 px-4 py-5 sm:px-6">
      {names.length > 1 && (
        <div className="-mx-4 overflow-x-auto px-4 py-1 sm:mx-0 sm:px-0">
          <SegmentedControl
            legend={words.panels}
            value={shown}
            segments={names.map((name) => ({ value: name, label: words.panelNames[name] }))}
            onChange={(name) => {
              setChosen(name);
              setOpened((before) => new Set(before).add(name));
            }}
          />
        </div>
      )}
      {names
        .filter((name) => opened.has(name))
        .map((name) => (
          <div key={name} hidden={name !== shown} className="min-w-0">
            <Suspense fallback={<Spinner className="size-5 text-muted" />}>
              {panels[name]?.()}
            </Suspense>
          </div>
        ))}
    </section>
  );
}
