import { Camera, Columns2, Copy } from "lucide-react";
import { Link } from "wouter";
import * as messages from "#messages/result.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { compareWithHref } from "#studio/domain/paths.ts";
import { announce } from "#studio/ui/announcer.tsx";
import { MENU_ITEM_CLASSES, PopoverMenu } from "#studio/ui/overlays/popover-menu.tsx";

interface MoreActionsProps {
  entry: LibraryEntry;
  /** Saves the picture that the player shows. Null while there is none. */
  onSaveFrame: (() => void) | null;
  /** Whether the clip can be compared with another than the one it is paired with. */
  canCompareWith: boolean;
}

/** The actions that are needed less often, behind one button. */
export function MoreActions({ entry, onSaveFrame, canCompareWith }: MoreActionsProps) {
  async function handleCopy() {
    try {
      await navigator.clipboard.writeText(entry.request.prompt);
    } catch {
      return;
    }
    announce(messages.copied);
  }

  return (
    <PopoverMenu label={messages.more}>
      <button type="button" className={MENU_ITEM_CLASSES} onClick={() => void handleCopy()}>
        <Copy size={16} aria-hidden="true" />
        <span>{messages.copyPromptText}</span>
      </button>
      {onSaveFrame && (
        <button type="button" className={MENU_ITEM_CLASSES} onClick={onSaveFrame}>
          <Camera size={16} aria-hidden="true" />
          <span>{messages.saveFrame}</span>
        </button>
      )}
      {canCompareWith && (
        <Link href={compareWithHref(entry.id)} className={MENU_ITEM_CLASSES}>
          <Columns2 size={16} aria-hidden="true" />
          <span>{messages.compareWith}</span>
        </Link>
      )}
    </PopoverMenu>
  );
}
