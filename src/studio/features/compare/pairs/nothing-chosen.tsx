/** The screen while neither side has a clip: all pairs, and the other ways to choose two clips. */
import { type ReactNode, useState } from "react";
import { goToCreate } from "#messages/common.ts";
import * as messages from "#messages/compare.ts";
import { CREATE_PATH, compareHref, FILE_SIDE } from "#studio/domain/paths.ts";
import { Button } from "#studio/ui/buttons/button.tsx";
import { LinkButton } from "#studio/ui/buttons/link-button.tsx";
import { EmptyState } from "#studio/ui/empty-state.tsx";
import { useAddress } from "../sides/address-context.tsx";
import { clipOf } from "../sides/choose-sides.ts";
import { ClipChooser } from "../sides/clip-chooser.tsx";
import { useFileDrop } from "../sides/use-file-drop.ts";
import { PairGallery } from "./pair-gallery.tsx";

interface NothingChosenProps {
  onChoose: (id: string) => void;
  onFiles: (files: readonly File[]) => void;
  /** The summary of all judgements. */
  scoreboard: ReactNode;
}

/** Explains the screen if the library has no clip yet. */
export function NothingChosen({ onChoose, onFiles, scoreboard }: NothingChosenProps) {
  const { entries } = useAddress();
  const [isChoosing, setIsChoosing] = useState(false);
  useFileDrop(onFiles);
  const filesLink = (
    <LinkButton href={compareHref(FILE_SIDE, FILE_SIDE)}>{messages.compareFiles}</LinkButton>
  );
  if (!entries.some((entry) => clipOf(entry) || entry.pairId !== null)) {
    return (
      <EmptyState
        level={1}
        title={messages.emptyTitle}
        detail={messages.emptyDetail}
        action={
          <>
            <LinkButton href={CREATE_PATH} variant="primary">
              {goToCreate}
            </LinkButton>
            {filesLink}
          </>
        }
      />
    );
  }
  return (
    <div className="mx-auto grid w-full max-w-7xl grid-cols-[minmax(0,1fr)] content-start gap-8 p-4 sm:p-6">
      <header className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <div className="mr-auto">
          <h1 className="text-20 font-semibold">{messages.chooseTitle}</h1>
          <p className="text-14 text-muted">{messages.chooseDetail}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => setIsChoosing(true)}>{messages.chooseClips}</Button>
          {filesLink}
        </div>
      </header>
      <PairGallery entries={entries} />
      {scoreboard}
      {isChoosing && (
        <ClipChooser
          side="left"
          onChoose={(id) => {
            setIsChoosing(false);
            onChoose(id);
          }}
          onFile={(file) => {
            setIsChoosing(false);
            onFiles([file]);
          }}
          onClose={() => setIsChoosing(false)}
        />
      )}
    </div>
  );
}
