import type { FindingName } from "#comparison/measures/findings.ts";
import type { TimeSpan } from "#comparison/measures/report.ts";
import { type PerSide, SIDES, type Side } from "#comparison/sides.ts";
import * as messages from "#messages/measures.ts";
import { classes } from "#studio/ui/classes.ts";
import { formatSeconds } from "../shared/format-seconds.ts";
import { MeasureSection } from "./measure-section.tsx";
import type { MeasuredPair } from "./measured-pair.ts";
import { lineColour, SideKey } from "./side-key.tsx";

/** The most findings listed per side; the rest are only counted. */
const LISTED_MAX = 12;

/** The findings of one kind on both sides. */
export interface FoundRanges {
  name: FindingName;
  spans: PerSide<TimeSpan[] | null>;
}

interface FindingListsProps {
  findings: FoundRanges;
  pair: MeasuredPair;
}

/** Lists the findings of one kind in both clips, as links that seek to them. */
export function FindingLists({ findings: { name, spans }, pair }: FindingListsProps) {
  const { title, description } = messages.findings[name];
  return (
    <MeasureSection title={title} description={description}>
      <FindingLanes spans={spans} pair={pair} />
      {SIDES.map((side) => (
        <div key={side} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 text-13">
          <span className="min-w-24">
            <SideKey look={pair.looks[side]} side={side} />
          </span>
          <FindingList title={title} side={side} spans={spans[side]} pair={pair} />
        </div>
      ))}
    </MeasureSection>
  );
}

interface FindingListProps {
  title: string;
  side: Side;
  spans: readonly TimeSpan[] | null;
  pair: MeasuredPair;
}

function FindingList({ title, side, spans, pair }: FindingListProps) {
  const { comparison, looks, mappings, reports } = pair;
  const { frameRate } = comparison.getState();
  const timeAt = (seconds: number) => formatSeconds(mappings[side].frameAt(seconds), frameRate);
  if (!spans)
    return (
      <span className="text-muted">{messages.noSound(reports[side].sound === "unreadable")}</span>
    );
  if (spans.length === 0) return <span className="text-muted">{messages.none}</span>;
  return (
    <ul className="flex flex-wrap gap-x-3 gap-y-1 tabular-nums">
      {spans.slice(0, LISTED_MAX).map(({ startS, endS }) => {
        const time = messages.timeRange(timeAt(startS), timeAt(endS));
        return (
          <li key={startS}>
            <button
              type="button"
              aria-label={messages.goTo(title, looks[side].name, time)}
              onClick={() => comparison.goToFrame(mappings[side].frameAt(startS))}
              className="min-h-6 rounded-6 underline underline-offset-2 hover:text-muted pointer-coarse:min-h-11"
            >
              {time}
            </button>
          </li>
        );
      })}
      {spans.length > LISTED_MAX && (
        <li className="self-center text-muted">{messages.more(spans.length - LISTED_MAX)}</li>
      )}
    </ul>
  );
}

interface FindingLanesProps {
  spans: FoundRanges["spans"];
  pair: MeasuredPair;
}

/** Shows the findings on a timeline, one lane per side. Hidden from screen readers, because the lists say the same. */
function FindingLanes({ spans, pair: { looks, mappings } }: FindingLanesProps) {
  return (
    <div className="grid gap-0.5">
      {SIDES.map((side) => (
        <svg
          key={side}
          aria-hidden="true"
          viewBox="0 0 1000 10"
          preserveAspectRatio="none"
          className={classes("h-2 w-full rounded-6 bg-surface", lineColour(looks[side], side))}
        >
          {spans[side]?.map(({ startS, endS }) => {
            const start = mappings[side].chartPositionAt(startS) * 1000;
            // Keep findings of zero length visible.
            const width = Math.max(4, mappings[side].chartPositionAt(endS) * 1000 - start);
            return <rect key={startS} x={start} width={width} height="10" fill="currentColor" />;
          })}
        </svg>
      ))}
    </div>
  );
}
