import { useRef } from "react";
import {
  type LineName,
  pathOf,
  scaleOf,
  summarise,
  type Trace,
  traceOf,
} from "#comparison/measures/traces.ts";
import { mapSides, SIDES, type Side } from "#comparison/sides.ts";
import * as messages from "#messages/measures.ts";
import { formatSeconds } from "../shared/format-seconds.ts";
import { MeasureSection } from "./measure-section.tsx";
import type { MeasuredPair } from "./measured-pair.ts";
import { lineColour, lineDashes, SideKey } from "./side-key.tsx";
import { TimelineChart } from "./timeline-chart.tsx";
import { useFollow } from "./use-follow.ts";

interface MeasureLineProps {
  name: LineName;
  pair: MeasuredPair;
}

/** One measure of both clips: explanation, summary and plot. */
export function MeasureLine({ name, pair }: MeasureLineProps) {
  const { comparison, looks, reports, mappings } = pair;
  const { media } = comparison;
  const traces = mapSides(reports, (report, side) => traceOf(name, report, media[side]));
  const scale = scaleOf(name, [traces.left, traces.right]);
  const here = useRef<Partial<Record<Side, HTMLElement | null>>>({});
  const { title, description } = messages.lines[name];

  useFollow(comparison, ({ frame }) => {
    for (const side of SIDES) {
      const place = here.current[side];
      const text = textAt(side, frame);
      if (place && traces[side])
        place.textContent = text === null ? messages.noValueHere : messages.here(text);
    }
  });

  function textAt(side: Side, frame: number): string | null {
    const value = traces[side]?.valueAt(mappings[side].clipFrame(frame)) ?? Number.NaN;
    return Number.isNaN(value) ? null : messages.values[name](value);
  }

  function say(frame: number): string {
    const texts = SIDES.map((side) =>
      messages.sideValue(looks[side].name, textAt(side, frame) ?? messages.noValue),
    );
    return messages.positionText(formatSeconds(frame, comparison.getState().frameRate), texts);
  }

  return (
    <MeasureSection title={title} description={description}>
      <ul className="grid gap-1 text-13 tabular-nums">
        {SIDES.map((side) => (
          <li key={side}>
            <div className="flex flex-wrap gap-x-2">
              <SideKey look={looks[side]} side={side} />
              <span className="text-muted">
                {summaryOf({ name, side, trace: traces[side] }, pair)}
              </span>
            </div>
            <div
              ref={(element) => {
                here.current[side] = element;
              }}
              // Hidden, because the slider announces the same values.
              aria-hidden="true"
            />
          </li>
        ))}
      </ul>
      {(traces.left || traces.right) && (
        <TimelineChart
          comparison={comparison}
          label={messages.positionIn(title)}
          textAt={say}
          className="h-24"
          topLabel={messages.scaleTop[name](scale.high)}
          bottomLabel={scale.low === 0 ? null : messages.scaleBottom(scale.low)}
        >
          {SIDES.map((side) => {
            const trace = traces[side];
            return (
              trace && (
                <path
                  key={side}
                  d={pathOf(trace, scale, mappings[side].chartPositionAt)}
                  className={lineColour(looks[side], side)}
                  fill="none"
                  stroke="currentColor"
                  strokeWidth="1.5"
                  strokeDasharray={lineDashes(side)}
                  strokeLinecap="round"
                  strokeLinejoin="round"
                  vectorEffect="non-scaling-stroke"
                />
              )
            );
          })}
        </TimelineChart>
      )}
    </MeasureSection>
  );
}

/** Summary of one side in words. */
function summaryOf(
  { name, side, trace }: { name: LineName; side: Side; trace: Trace | null },
  { reports, mappings, comparison }: MeasuredPair,
): string {
  const { sound } = reports[side];
  if (!trace) return messages.noSound(sound === "unreadable");
  const summary = summarise(trace);
  if (!summary) return messages.tooShort;
  const format = messages.values[name];
  const at = formatSeconds(
    mappings[side].frameAt(summary.highestAt),
    comparison.getState().frameRate,
  );
  if (name !== "loudness" || typeof sound === "string") {
    return messages.spread(format(summary.average), format(summary.highest), at);
  }
  if (sound.integrated === null) return messages.tooQuiet;
  return messages.wholeLoudness({
    overall: format(sound.integrated),
    highest: format(summary.highest),
    at,
    peak: messages.peak(sound.truePeak),
  });
}
