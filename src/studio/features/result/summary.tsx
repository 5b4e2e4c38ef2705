import { resolveRequest } from "#kirin/request.ts";
import * as common from "#messages/common.ts";
import { takeOf } from "#messages/takes.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import type { TakePlace } from "#studio/domain/life/pairs.ts";
import { Badge } from "#studio/ui/badge.tsx";

interface SummaryProps {
  entry: LibraryEntry;
  /** Null if it is the only take. */
  place: TakePlace | null;
}

/** The clip's settings at a glance. */
export function Summary({ entry, place }: SummaryProps) {
  const { mode, aspectRatio, durationSeconds, sound, watermark } = resolveRequest(entry.request);
  return (
    <p className="flex flex-wrap gap-1.5">
      <Badge tone={mode}>{common.modes[mode]}</Badge>
      {place && <Badge>{takeOf(place.number, place.count)}</Badge>}
      <Badge>{aspectRatio}</Badge>
      <Badge>{common.seconds(durationSeconds)}</Badge>
      {sound && <Badge>{common.sound}</Badge>}
      {watermark && <Badge>{common.watermark}</Badge>}
    </p>
  );
}
