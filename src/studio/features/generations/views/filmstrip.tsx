/** The newest generations in a row, each with a frame of its clip or the colours of its prompt. */
import {
  Ban,
  CirclePause,
  CircleQuestionMark,
  CircleX,
  CloudOff,
  EyeOff,
  type LucideIcon,
  Undo2,
} from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Link } from "wouter";
import { resolveRequest } from "#kirin/request.ts";
import { modes } from "#messages/common.ts";
import { entryStatuses } from "#messages/entry-status.ts";
import * as messages from "#messages/generations.ts";
import * as notifications from "#messages/notifications.ts";
import { isBeingSaved, mayBeOnDevice } from "#studio/domain/life/clip-saving.ts";
import { isUnseen } from "#studio/domain/life/entry-rules.ts";
import { type EntryStatus, entryStatus } from "#studio/domain/life/entry-status.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { generationHref } from "#studio/domain/paths.ts";
import { excerpt } from "#studio/format/excerpt.ts";
import { useClipSource } from "#studio/storage/clips/use-clip-source.ts";
import { classes } from "#studio/ui/classes.ts";
import { promptBackground } from "#studio/ui/prompt-background.ts";
import { outsideComposition } from "#studio/ui/shortcuts/composition.ts";
import { Spinner } from "#studio/ui/spinner.tsx";
import { VideoFrame } from "#studio/ui/video-frame.tsx";
import { stripColumns } from "./strip-columns.ts";

interface FilmstripProps {
  entries: readonly LibraryEntry[];
  selectedId: string | undefined;
}

const SHOWN_MAX = 24;

/** A row of thumbnails, newest first. It is one tab stop; arrow keys, Home and End move the focus within it. */
export function Filmstrip({ entries, selectedId }: FilmstripProps) {
  const list = useRef<HTMLUListElement>(null);
  const shown = entries.slice(0, SHOWN_MAX);
  const stopId = shown.some(({ id }) => id === selectedId) ? selectedId : shown[0]?.id;
  useEffect(() => {
    if (selectedId !== undefined) bringIntoView(list.current);
  }, [selectedId]);
  if (shown.length === 0) return null;
  return (
    <nav aria-label={messages.filmstrip}>
      <ul
        ref={list}
        className="flex gap-2 overflow-x-auto overscroll-x-contain p-2 [scrollbar-width:thin]"
        onKeyDown={outsideComposition((event) => walk(event, list.current))}
      >
        {stripColumns(shown).map((column) => (
          <li key={column[0]?.id} className="grid h-16 w-28 shrink-0 gap-0.5 max-md:h-23">
            {column.map((entry) => (
              <Thumbnail
                key={entry.id}
                entry={entry}
                isSelected={entry.id === selectedId}
                isTabStop={entry.id === stopId}
              />
            ))}
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface ThumbnailProps {
  entry: LibraryEntry;
  isSelected: boolean;
  isTabStop: boolean;
}

function Thumbnail({ entry, isSelected, isTabStop }: ThumbnailProps) {
  const { mode, prompt } = resolveRequest(entry.request);
  const status = entryStatus(entry);
  const [isNear, setIsNear] = useState(false);
  const clip = status === "completed" ? entry.generation?.clips[0] : undefined;
  const isWanted = isNear && !isBeingSaved(entry);
  const { url } = useClipSource((isWanted && clip?.src) || null, mayBeOnDevice(entry));
  const isNew = isUnseen(entry);
  const plainName = messages.thumbnail(excerpt(prompt), modes[mode], entryStatuses[status]);
  const name = isNew ? notifications.markedNew(plainName) : plainName;
  return (
    <Link
      href={generationHref(entry.id)}
      aria-current={isSelected ? "page" : undefined}
      aria-label={name}
      title={name}
      tabIndex={isTabStop ? 0 : -1}
      className={classes(
        "relative block min-h-0 rounded-6 focus-visible:z-10 focus-visible:outline-offset-4",
        // Inside the tile, so that the link's own outline shows the focus.
        isSelected &&
          "after:absolute after:inset-0 after:rounded-6 after:inset-ring-2 after:inset-ring-ink after:outline-2 after:-outline-offset-4 after:outline-paper",
      )}
    >
      <span
        style={{ background: promptBackground(prompt) }}
        className={classes(
          "relative block h-full overflow-hidden rounded-6 text-on-stage scheme-dark",
          !isSelected && "opacity-85 hover:opacity-100",
        )}
      >
        {clip && <VideoFrame src={url} onNear={setIsNear} className="absolute inset-0" />}
        {status !== "completed" && (
          <span className="absolute inset-0 grid place-content-center">
            <StatusSign status={status} />
          </span>
        )}
        {isNew && (
          // Not a Badge, because a tile of a pair is only half as high.
          <span className="absolute top-0 left-0 rounded-br-6 bg-ink px-1 text-12 font-medium text-paper">
            {notifications.isNew}
          </span>
        )}
        <span
          aria-hidden="true"
          className={classes(
            "absolute inset-x-0 bottom-0 h-1",
            mode === "pro" ? "bg-pro" : "bg-std",
          )}
        />
      </span>
    </Link>
  );
}

const SIGNS: ReadonlyMap<EntryStatus, LucideIcon> = new Map([
  ["failed", CircleX],
  ["refused", Ban],
  ["unwatched", EyeOff],
  ["held", CirclePause],
  ["withdrawn", Undo2],
  ["never-arrived", CloudOff],
  ["lost", CircleQuestionMark],
]);

/** The status as an icon, because text doesn't fit. The link's name has the text. */
function StatusSign({ status }: { status: EntryStatus }) {
  const Sign = SIGNS.get(status);
  return Sign === undefined ? <Spinner /> : <Sign aria-hidden="true" className="size-5" />;
}

/** Scrolls only the row until the selected thumbnail is in view. */
function bringIntoView(list: HTMLUListElement | null): void {
  const frame = list?.querySelector("[aria-current]")?.parentElement;
  if (!list || !frame) return;
  const left = frame.offsetLeft - list.offsetLeft;
  const right = left + frame.offsetWidth;
  const { scrollLeft, clientWidth } = list;
  if (left < scrollLeft || right > scrollLeft + clientWidth) {
    list.scrollLeft = left - (clientWidth - frame.offsetWidth) / 2;
  }
}

/** Moves the focus along the row. */
function walk(event: KeyboardEvent, list: HTMLUListElement | null): void {
  const links = [...(list?.querySelectorAll("a") ?? [])];
  const at = links.findIndex((link) => link.matches(":focus"));
  const targets: Record<string, number> = {
    ArrowLeft: at - 1,
    ArrowRight: at + 1,
    Home: 0,
    End: links.length - 1,
  };
  const target = links[targets[event.key] ?? -1];
  if (target === undefined) return;
  event.preventDefault();
  target.focus();
}
