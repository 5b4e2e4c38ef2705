/** Chooses the clip for one side: any finished clip, or a file. */
import { useState } from "react";
import { otherSide, type Side } from "#comparison/sides.ts";
import { resolveRequest } from "#kirin/request.ts";
import { close, modes, seconds } from "#messages/common.ts";
import * as messages from "#messages/compare.ts";
import { isBeingSaved, mayBeOnDevice } from "#studio/domain/life/clip-saving.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { costsOf } from "#studio/domain/usage/costs.ts";
import { formatMoment } from "#studio/format/dates.ts";
import { excerpt } from "#studio/format/excerpt.ts";
import { formatAmounts } from "#studio/format/money.ts";
import { useClipSource } from "#studio/storage/clips/use-clip-source.ts";
import { Badge } from "#studio/ui/badge.tsx";
import { TextField } from "#studio/ui/forms/text-field.tsx";
import { Modal } from "#studio/ui/overlays/modal.tsx";
import { promptBackground } from "#studio/ui/prompt-background.ts";
import { VideoFrame } from "#studio/ui/video-frame.tsx";
import { useAddress } from "./address-context.tsx";
import { clipOf, keyOf } from "./choose-sides.ts";
import { FileButton } from "./file-button.tsx";
import { findClips } from "./find-clips.ts";

interface ClipChooserProps {
  side: Side;
  onChoose: (id: string) => void;
  onFile: (file: File) => void;
  onClose: () => void;
}

/** A dialog that is open while mounted. */
export function ClipChooser({ side, onChoose, onFile, onClose }: ClipChooserProps) {
  const { entries, choices } = useAddress();
  const hereKey = keyOf(choices[side]);
  const thereKey = keyOf(choices[otherSide(side)]);
  const [wanted, setWanted] = useState("");
  const all = findClips(entries, "");
  const found = findClips(entries, wanted);
  return (
    <Modal title={messages.choose[side]} closeLabel={close} onClose={onClose} className="max-w-xl">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <FileButton onFile={onFile} />
        <p className="text-12 text-muted">{messages.chooseFileHint}</p>
      </div>
      {all.length === 0 ? (
        <p className="mt-4 text-14 text-muted">{messages.noneYet}</p>
      ) : (
        <>
          <div className="mt-4">
            <TextField
              label={messages.search}
              type="search"
              value={wanted}
              aside={messages.finished(found.length)}
              onChange={(event) => setWanted(event.currentTarget.value)}
            />
          </div>
          {found.length === 0 && <p className="mt-3 text-14 text-muted">{messages.noneFound}</p>}
          <ul className="mt-2 max-h-[50dvh] overflow-y-auto">
            {found.map((entry) => (
              <li
                key={entry.id}
                className="border-t border-line [content-visibility:auto] [contain-intrinsic-size:auto_4rem] first:border-0"
              >
                <ClipRow
                  entry={entry}
                  shownOn={
                    (entry.id === hereKey && messages.shownHere) ||
                    (entry.id === thereKey && messages.shownThere) ||
                    null
                  }
                  onChoose={() => onChoose(entry.id)}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </Modal>
  );
}

interface ClipRowProps {
  entry: LibraryEntry;
  /** Says on which side it is already shown, if any. */
  shownOn: string | null;
  onChoose: () => void;
}

function ClipRow({ entry, shownOn: standing, onChoose }: ClipRowProps) {
  const [isNear, setIsNear] = useState(false);
  const { prompt, mode, aspectRatio, durationSeconds } = resolveRequest(entry.request);
  const isWanted = isNear && !isBeingSaved(entry);
  const { url } = useClipSource((isWanted && clipOf(entry)?.src) || null, mayBeOnDevice(entry));
  const cost = formatAmounts(costsOf(entry));
  return (
    <button
      type="button"
      onClick={onChoose}
      className="flex w-full items-center gap-3 rounded-6 p-1.5 text-left hover:bg-hover"
    >
      <span
        className="grid h-12 w-20 shrink-0 place-items-center overflow-hidden rounded-6 bg-stage"
        style={{ background: promptBackground(prompt) }}
      >
        <VideoFrame src={url} onNear={setIsNear} />
      </span>
      <span className="grid min-w-0 flex-1 gap-0.5">
        <span dir="auto" className="line-clamp-2 text-13 wrap-anywhere">
          {excerpt(prompt, 120)}
        </span>
        <span className="flex flex-wrap items-center gap-1.5 text-12 text-muted tabular-nums">
          <Badge tone={mode}>{modes[mode]}</Badge>
          <Badge>{seconds(durationSeconds)}</Badge>
          <Badge>{aspectRatio}</Badge>
          {cost && <span>{cost}</span>}
          <span>{formatMoment(entry.preparedAt)}</span>
          {standing && <span className="font-medium text-ink">{standing}</span>}
        </span>
      </span>
    </button>
  );
}
