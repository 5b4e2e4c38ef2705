/** The picture of a generation: the poster of its clip, or the prompt's colours and the status. */
import { resolveRequest } from "#kirin/request.ts";
import { entryStatuses } from "#messages/entry-status.ts";
import { isNew } from "#messages/notifications.ts";
import { isBeingSaved, mayBeAtKirin, mayBeOnDevice } from "#studio/domain/life/clip-saving.ts";
import { isUnseen } from "#studio/domain/life/entry-rules.ts";
import { type EntryStatus, entryStatus } from "#studio/domain/life/entry-status.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { usePoster } from "#studio/storage/posters/use-poster.ts";
import { Badge } from "#studio/ui/badge.tsx";
import { promptBackground } from "#studio/ui/prompt-background.ts";

const PROBLEM_STATUSES: ReadonlySet<EntryStatus> = new Set([
  "failed",
  "refused",
  "never-arrived",
  "lost",
]);

interface PosterProps {
  entry: LibraryEntry;
  width: number;
  height: number;
  /** In a list the status has a place of its own. */
  isPlain?: boolean;
}

/** Fills the given size. The picture keeps the ratio of the clip. */
export function Poster({ entry, width, height, isPlain = false }: PosterProps) {
  const { prompt, aspectRatio } = resolveRequest(entry.request);
  const status = entryStatus(entry);
  const src = status === "completed" ? (entry.generation?.clips[0]?.src ?? null) : null;
  const canBeOpened = mayBeOnDevice(entry) || mayBeAtKirin(entry);
  const url = usePoster(src, canBeOpened && !isBeingSaved(entry));
  return (
    <span
      className="relative grid shrink-0 place-items-center overflow-hidden rounded-6 bg-stage scheme-dark"
      style={{ width, height }}
    >
      {url === null ? (
        <span
          className="block h-full max-w-full"
          style={{
            aspectRatio: aspectRatio.replace(":", " / "),
            background: promptBackground(prompt),
          }}
        />
      ) : (
        <img src={url} alt="" draggable={false} className="size-full object-contain" />
      )}
      {!isPlain && isUnseen(entry) && (
        <span className="absolute bottom-2 left-2 grid">
          <Badge tone="new">{isNew}</Badge>
        </span>
      )}
      {!isPlain && status !== "completed" && (
        <span className="absolute inset-0 grid place-content-center">
          <StatusLabel status={status} />
        </span>
      )}
    </span>
  );
}

/** The status of a generation without a clip. */
function StatusLabel({ status }: { status: EntryStatus }) {
  if (PROBLEM_STATUSES.has(status)) return <Badge tone="danger">{entryStatuses[status]}</Badge>;
  return <span className="text-13 font-medium text-on-stage">{entryStatuses[status]}</span>;
}
