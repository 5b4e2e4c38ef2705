import { Plus } from "lucide-react";
import { useLocation } from "wouter";
import { newClip } from "#messages/stage.ts";
import { usePendingDraft } from "#studio/app/form-filling.tsx";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { NEW_PATH } from "#studio/domain/paths.ts";
import { EMPTY_DRAFT } from "#studio/domain/submit/request-draft.ts";
import { Filmstrip } from "#studio/features/generations/views/filmstrip.tsx";
import { SendQueue } from "#studio/features/generations/views/send-queue.tsx";
import { preferences } from "#studio/preferences/preferences.ts";

interface RecentsProps {
  entries: readonly LibraryEntry[];
  /** Undefined while the stage is empty. */
  selectedId: string | undefined;
}

/** A way to an empty form and stage, the newest generations, and the queue. */
export function Recents({ entries, selectedId }: RecentsProps) {
  return (
    <>
      <NewClip isCurrent={selectedId === undefined} />
      <div className="min-w-0 flex-1">
        <Filmstrip entries={entries} selectedId={selectedId} />
      </div>
      <SendQueue className="mx-3 shrink-0" />
    </>
  );
}

/** Empties the stage and the form, which offers to restore what it held. */
function NewClip({ isCurrent }: { isCurrent: boolean }) {
  const [, navigate] = useLocation();
  const pending = usePendingDraft();
  return (
    <button
      type="button"
      aria-current={isCurrent ? "page" : undefined}
      onClick={() => {
        navigate(NEW_PATH);
        pending.set({ draft: { ...EMPTY_DRAFT, ...preferences.getState().formDefaults } });
      }}
      className="my-2 ml-2 grid h-16 w-16 shrink-0 place-content-center justify-items-center gap-1 rounded-6 text-12 font-medium text-muted inset-ring inset-ring-line-strong/40 hover:bg-hover hover:text-ink active:bg-pressed aria-[current]:text-ink aria-[current]:inset-ring-2 aria-[current]:inset-ring-ink max-md:h-23"
    >
      <Plus size={18} aria-hidden="true" />
      <span>{newClip}</span>
    </button>
  );
}
