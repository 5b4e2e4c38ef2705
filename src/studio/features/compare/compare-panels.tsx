/** The panels beside the pictures, one at a time. */
import { type ReactNode, Suspense, useState } from "react";
import * as messages from "#messages/compare.ts";
import { SegmentedControl } from "#studio/ui/forms/segmented-control.tsx";
import { Spinner } from "#studio/ui/spinner.tsx";

type PanelName = keyof typeof messages.panelNames;

const ORDER: readonly PanelName[] = ["facts", "judge", "measures", "export"];

interface ComparePanelsProps {
  panels: Readonly<Record<PanelName, () => ReactNode>>;
}

/** Keeps panels mounted once opened, so that they keep their state. */
export function ComparePanels({ panels }: ComparePanelsProps) {
  const [shown, setShown] = useState<PanelName>("facts");
  const [opened, setOpened] = useState<ReadonlySet<PanelName>>(new Set(["facts"]));
  return (
    <section aria-label={messages.panels} className="grid gap-4 px-4 py-5 sm:px-6">
      <div className="-mx-4 overflow-x-auto px-4 py-1 sm:mx-0 sm:px-0">
        <SegmentedControl
          legend={messages.panels}
          value={shown}
          segments={ORDER.map((name) => ({ value: name, label: messages.panelNames[name] }))}
          onChange={(name) => {
            setShown(name);
            setOpened((before) => new Set(before).add(name));
          }}
        />
      </div>
      {ORDER.filter((name) => opened.has(name)).map((name) => (
        <div key={name} hidden={name !== shown} className="min-w-0">
          <Suspense fallback={<Spinner className="size-5 text-muted" />}>{panels[name]()}</Suspense>
        </div>
      ))}
    </section>
  );
}
