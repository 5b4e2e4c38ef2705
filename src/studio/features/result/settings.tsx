import { resolveRequest } from "#kirin/request.ts";
import * as common from "#messages/common.ts";
import * as messages from "#messages/result.ts";
import { takeOf } from "#messages/takes.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import type { TakePlace } from "#studio/domain/life/pairs.ts";
import { Badge } from "#studio/ui/badge.tsx";
import { CopyButton } from "#studio/ui/buttons/copy-button.tsx";
import { LongText } from "./long-text.tsx";
import { type Row, Rows } from "./rows.tsx";

interface SettingsProps {
  entry: LibraryEntry;
  /** Null if it is the only take. */
  place: TakePlace | null;
}

/** The prompt and the settings of a clip in plain words, each once. */
export function Settings({ entry, place }: SettingsProps) {
  const { prompt, negativePrompt, mode, aspectRatio, durationSeconds, sound, watermark } =
    resolveRequest(entry.request);
  const rows: Row[] = [
    { label: common.mode, value: <Badge tone={mode}>{common.modes[mode]}</Badge> },
    { label: common.aspectRatio, value: aspectRatio },
    { label: common.duration, value: common.seconds(durationSeconds) },
    { label: common.sound, value: sound ? messages.on : messages.off },
  ];
  if (watermark) rows.push({ label: common.watermark, value: messages.on });
  if (place) rows.push({ label: messages.take, value: takeOf(place.number, place.count) });
  if (negativePrompt !== "")
    rows.push({
      label: common.negativePrompt,
      value: <LongText text={negativePrompt} />,
      isWide: true,
    });
  return (
    <div className="grid gap-3 border-t border-line pt-3">
      <div className="flex items-start justify-between gap-2 text-14">
        <div className="min-w-0 py-1.5 wrap-anywhere">
          <LongText text={prompt} />
        </div>
        <CopyButton value={prompt} label={messages.copyPrompt} doneLabel={messages.copied} />
      </div>
      <Rows items={rows} />
    </div>
  );
}
