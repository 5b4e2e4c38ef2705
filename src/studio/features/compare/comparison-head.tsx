/** The header above the pictures: both clips, and links to related pages. */
import { ArrowLeftRight, EyeOff, GalleryVerticalEnd, LayoutGrid } from "lucide-react";
import * as messages from "#messages/compare.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { takesOf } from "#studio/domain/life/pairs.ts";
import { blindHref, compareHref, takesHref } from "#studio/domain/paths.ts";
import { IconButton } from "#studio/ui/buttons/icon-button.tsx";
import { LinkButton } from "#studio/ui/buttons/link-button.tsx";
import { useComparison } from "./comparison-context.ts";
import { CopyLinkButton } from "./link/copy-link-button.tsx";
import { useAddress } from "./sides/address-context.tsx";
import { clipOf } from "./sides/choose-sides.ts";
import { SideHead } from "./sides/side-head.tsx";
import type { SideState } from "./sides/use-sides.ts";

/** The names of the sides open the clip chooser. */
export function ComparisonHead() {
  const { sides, openChooser, swap, makeLink } = useComparison();
  const { entries } = useAddress();
  const { left, right } = sides;
  const leftEntry = entryOf(left);
  const rightEntry = entryOf(right);
  const pairId = leftEntry && leftEntry.pairId === rightEntry?.pairId ? leftEntry.pairId : null;
  const hasTakes = pairId !== null && takesOf(pairId, entries).length > 2;
  const canBeJudged =
    leftEntry && rightEntry && leftEntry.id !== rightEntry.id && hasClip(left) && hasClip(right);
  return (
    <header className="flex items-center gap-x-2 px-2 py-1.5 sm:gap-x-4 sm:px-4">
      <div className="grid min-w-0 flex-1 grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)] items-center gap-1">
        <SideHead side="left" {...headOf(left)} onChange={() => openChooser("left")} />
        <IconButton label={messages.swap} icon={<ArrowLeftRight size={16} />} onClick={swap} />
        <SideHead side="right" {...headOf(right)} onChange={() => openChooser("right")} />
      </div>
      <div className="flex gap-1 sm:gap-2">
        <LinkButton href={compareHref("", "")}>
          <GalleryVerticalEnd size={16} />
          <Label>{messages.allPairs}</Label>
        </LinkButton>
        {canBeJudged && (
          <LinkButton href={blindHref(leftEntry.id, rightEntry.id)}>
            <EyeOff size={16} />
            <Label>{messages.judgeBlind}</Label>
          </LinkButton>
        )}
        {hasTakes && (
          <LinkButton href={takesHref(pairId)}>
            <LayoutGrid size={16} />
            <Label>{messages.allTakes}</Label>
          </LinkButton>
        )}
        {/* On a phone the address bar shares the link. */}
        <div className="max-sm:hidden">
          <CopyLinkButton
            makeLink={makeLink}
            hasFile={left.choice.kind === "file" || right.choice.kind === "file"}
          />
        </div>
      </div>
    </header>
  );
}

/** On small screens the label is for screen readers only, and the icon remains. */
function Label({ children }: { children: string }) {
  return <span className="max-lg:sr-only">{children}</span>;
}

function headOf({ choice, name }: SideState) {
  return { choice, name };
}

function entryOf({ choice }: SideState): LibraryEntry | null {
  return choice.kind === "entry" ? choice.entry : null;
}

function hasClip(side: SideState): boolean {
  const entry = entryOf(side);
  return entry !== null && clipOf(entry) !== null;
}
