/** Shows measured differences of two clips. Measuring starts on request, and the figures carry no verdict. */

import { FINDINGS, findingsOf } from "#comparison/measures/findings.ts";
import type { ClipReport } from "#comparison/measures/report.ts";
import { createTimelineMappings } from "#comparison/measures/timeline-mapping.ts";
import { LINES } from "#comparison/measures/traces.ts";
import { mapSides, type PerSide, SIDES } from "#comparison/sides.ts";
import { cancel as cancelText, tryAgain } from "#messages/common.ts";
import * as messages from "#messages/measures.ts";
import { useStore } from "#studio/store/use-store.ts";
import { Button } from "#studio/ui/buttons/button.tsx";
import { Progress } from "#studio/ui/progress.tsx";
import type { Compared } from "../sides/compared.ts";
import { sideLooks } from "../stage/side-looks.ts";
import { FindingLists } from "./finding-lists.tsx";
import { MeasureLine } from "./measure-line.tsx";
import type { MeasuredPair } from "./measured-pair.ts";
import { NotFound } from "./not-found.tsx";
import { useMeasures } from "./use-measures.ts";

interface MeasuresPanelProps {
  compared: Compared;
  /** Hides names and colours. The figures can still identify a side: the sharper clip is often the larger one. */
  isBlind?: boolean;
}

/** Starts measuring on request, shows progress, and plots the results over time. */
export function MeasuresPanel({ compared, isBlind = false }: MeasuresPanelProps) {
  const { comparison, sides } = compared;
  const { state, begin, cancel } = useMeasures(comparison.media);
  const looks = sideLooks(sides, isBlind);
  return (
    <div className="grid gap-4">
      <p className="max-w-prose text-13 text-muted text-pretty">{messages.intro}</p>
      {state.kind === "working" && (
        <div className="grid max-w-xl gap-1">
          <Progress label={messages.measuring} value={state.part} />
          <p aria-hidden="true" className="text-13 text-muted tabular-nums">
            {messages.progressOf(state.part)}
          </p>
        </div>
      )}
      <div role="status" className="text-13 empty:hidden">
        {state.kind === "cancelled" && <p className="text-muted">{messages.cancelled}</p>}
        {state.kind === "failed" && (
          <p className="text-danger">{messages.failed(looks[state.side].name)}</p>
        )}
        {state.kind === "done" && <p className="sr-only">{messages.measured}</p>}
      </div>
      {state.kind !== "done" && (
        // The same button element throughout, so that it keeps the focus.
        <Button
          variant={state.kind === "working" ? "quiet" : "primary"}
          onClick={state.kind === "working" ? cancel : begin}
          className="justify-self-start"
        >
          {state.kind === "working"
            ? cancelText
            : state.kind === "failed"
              ? tryAgain
              : messages.measure}
        </Button>
      )}
      {state.kind === "done" && (
        <Found comparison={comparison} looks={looks} reports={state.reports} />
      )}
    </div>
  );
}

interface FoundProps extends Omit<MeasuredPair, "mappings"> {
  reports: PerSide<ClipReport>;
}

/** All measures and all kinds of findings. */
function Found({ comparison, looks, reports }: FoundProps) {
  const frameRate = useStore(comparison, (state) => state.frameRate);
  const frameCount = useStore(comparison, (state) => state.frameCount);
  const offsetFrames = useStore(comparison, (state) => state.offsetFrames);
  const mappings = createTimelineMappings(comparison.media, {
    frameRate,
    frameCount,
    offsetFrames,
  });
  const pair: MeasuredPair = { comparison, looks, reports, mappings };
  const findings = FINDINGS.map((name) => ({
    name,
    spans: mapSides(reports, (report, side) => findingsOf(name, report, comparison.media[side])),
  }));
  const found = findings.filter(({ spans }) => SIDES.some((side) => spans[side]?.length));
  const missing = findings.filter(
    (each) => !found.includes(each) && SIDES.some((side) => each.spans[side]),
  );
  return (
    <div ref={takeFocusLeft} tabIndex={-1} className="grid gap-6 outline-none">
      {LINES.map((name) => (
        <MeasureLine key={name} name={name} pair={pair} />
      ))}
      {found.map((each) => (
        <FindingLists key={each.name} findings={each} pair={pair} />
      ))}
      {missing.length > 0 && <NotFound names={missing.map(({ name }) => name)} />}
    </div>
  );
}

/** The pressed button is unmounted, so keyboard focus moves to the results that replace it. */
function takeFocusLeft(found: HTMLElement | null) {
  if (document.activeElement === document.body) found?.focus({ preventScroll: true });
}
