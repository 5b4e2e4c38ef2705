import { Columns2, Download, Heart, LayoutGrid, RotateCcw, Trash2, X } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "wouter";
import * as messages from "#messages/keeping.ts";
import { canBeTrashed } from "#studio/domain/life/keeping.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { compareHref, selectionHref } from "#studio/domain/paths.ts";
import { Button } from "#studio/ui/buttons/button.tsx";
import { buttonClasses } from "#studio/ui/buttons/button-classes.ts";
import { IconButton } from "#studio/ui/buttons/icon-button.tsx";
import { hasClip } from "./has-clip.ts";

interface SelectionBarProps {
  /** In the order in which they were selected. */
  entries: readonly LibraryEntry[];
  isTrash: boolean;
  onFavourite: (isFavourite: boolean) => void;
  onDownload: () => void;
  onDelete: () => void;
  onRestore: () => void;
  onErase: () => void;
  onClear: () => void;
}

const TAKES_MIN = 3;
const TAKES_MAX = 8;

/** What can be done with the selected clips. At the bottom of the window while something is selected. */
export function SelectionBar(props: SelectionBarProps) {
  const { entries, isTrash, onRestore, onErase, onClear } = props;
  return (
    <section
      aria-label={messages.selection}
      className="sticky bottom-[calc(var(--tab-bar)+0.5rem)] z-10 mt-4 flex flex-wrap items-center gap-2 justify-self-center rounded-10 bg-raised p-2 shadow-lg inset-ring inset-ring-line"
    >
      <p role="status" className="px-2 text-14 font-medium tabular-nums">
        {messages.selected(entries.length)}
      </p>
      {isTrash ? (
        <>
          <Tool icon={<RotateCcw size={16} />} label={messages.restore} onPress={onRestore} />
          <Tool icon={<Trash2 size={16} />} label={messages.erase} onPress={onErase} />
        </>
      ) : (
        <LibraryTools {...props} />
      )}
      <IconButton label={messages.clear} icon={<X size={16} />} onClick={onClear} />
    </section>
  );
}

function LibraryTools({ entries, onFavourite, onDownload, onDelete }: SelectionBarProps) {
  const playable = entries.filter(hasClip);
  const isEach = playable.length === entries.length;
  const ids = playable.map(({ id }) => id);
  const [left, right] = ids;
  const isFavourite = entries.every(({ favouriteAt }) => favouriteAt !== null);
  const canCompare = isEach && ids.length === 2 && left !== undefined && right !== undefined;
  const canShowTakes = isEach && ids.length >= TAKES_MIN && ids.length <= TAKES_MAX;
  return (
    <>
      <Button aria-pressed={isFavourite} onClick={() => onFavourite(!isFavourite)}>
        <Heart size={16} fill={isFavourite ? "currentColor" : "none"} />
        <span className="max-sm:sr-only">{messages.favourite}</span>
      </Button>
      <LinkTool
        icon={<Columns2 size={16} />}
        label={messages.compare}
        hint={messages.compareHint}
        href={canCompare ? compareHref(left, right) : null}
      />
      <LinkTool
        icon={<LayoutGrid size={16} />}
        label={messages.takeSheet}
        hint={messages.takeSheetHint}
        href={canShowTakes ? selectionHref(ids) : null}
      />
      <Tool
        icon={<Download size={16} />}
        label={messages.download}
        onPress={playable.length > 0 ? onDownload : null}
      />
      <Tool
        icon={<Trash2 size={16} />}
        label={messages.remove}
        onPress={entries.some(canBeTrashed) ? onDelete : null}
      />
    </>
  );
}

interface ToolProps {
  icon: ReactNode;
  label: string;
  /** Null if it is not possible now. */
  onPress: (() => void) | null;
}

function Tool({ icon, label, onPress }: ToolProps) {
  return (
    <Button disabled={onPress === null} onClick={() => onPress?.()}>
      {icon}
      <span className="max-sm:sr-only">{label}</span>
    </Button>
  );
}

interface LinkToolProps {
  icon: ReactNode;
  label: string;
  /** Says what to select. */
  hint: string;
  href: string | null;
}

/** A link, or a disabled button with a hint while the selection does not fit. */
function LinkTool({ icon, label, hint, href }: LinkToolProps) {
  const content = (
    <>
      {icon}
      <span className="max-sm:sr-only">{label}</span>
    </>
  );
  return href === null ? (
    <Button disabled title={hint}>
      {content}
    </Button>
  ) : (
    <Link href={href} className={buttonClasses()}>
      {content}
    </Link>
  );
}
