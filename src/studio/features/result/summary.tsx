import { resolveRequest } from "#kirin/request.ts";
import type { LibraryEntry } from "#studio/domain/library-entry.ts";
import { Badge } from "#studio/ui/badge.tsx";
import * as words from "#words/result.ts";

/** What kind of clip it is, at a glance. */
export function Summary({ entry }: { entry: LibraryEntry }) {
  const { mode, aspectRatio, durationSeconds, sound, watermark } = resolveRequest(entry.request);
  return (
    <p className="flex flex-wrap gap-1.5">
      <Badge tone={mode}>{words.modes[mode]}</Badge>
      <Badge>{aspectRatio}</Badge>
      <Badge>{words.seconds(durationSeconds)}</Badge>
      {sound && <Badge>{words.sound}</Badge>}
      {watermark && <Badge>{words.watermark}</Badge>}
    </p>
  );
}
