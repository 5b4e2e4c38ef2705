/** What a side shows when it has no picture. */
import type { ReactNode } from "react";
import type { Side } from "#comparison/sides.ts";
import { paragraph, tryAgain } from "#messages/common.ts";
import * as messages from "#messages/compare.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { generationHref } from "#studio/domain/paths.ts";
import { describeProblem, problemExplanation } from "#studio/format/describe-problem.ts";
import { Button } from "#studio/ui/buttons/button.tsx";
import { LinkButton } from "#studio/ui/buttons/link-button.tsx";
import { promptBackground } from "#studio/ui/prompt-background.ts";
import { Spinner } from "#studio/ui/spinner.tsx";
import { clipOf, type SideChoice } from "./choose-sides.ts";
import { FileButton } from "./file-button.tsx";
import type { OpenedSide } from "./open-side.ts";

interface SideNoteProps {
  side: Side;
  choice: SideChoice;
  name: string;
  opened: OpenedSide | null;
  onChange: () => void;
  onFile: (file: File) => void;
  onTryAgain: () => void;
  /** Renders a generation without a clip: still waiting, or failed. */
  renderUnfinished: (entry: LibraryEntry) => ReactNode;
}

/** Explains why a side has no picture, and offers what to do. */
export function SideNote(props: SideNoteProps) {
  const { side, choice, name, opened, onChange, onFile, onTryAgain, renderUnfinished } = props;
  const chooseButton = <Button onClick={onChange}>{messages.choose[side]}</Button>;
  const fileButton = <FileButton onFile={onFile} />;
  const openLink = choice.kind === "entry" && (
    <LinkButton href={generationHref(choice.entry.id)}>{messages.open}</LinkButton>
  );
  if (choice.kind === "empty") {
    return (
      <Note title={messages.emptySide} detail={messages.emptySideDetail}>
        {chooseButton}
        {fileButton}
      </Note>
    );
  }
  if (choice.kind === "missing") {
    return (
      <Note title={messages.missingSide} detail={messages.missingSideDetail}>
        {chooseButton}
      </Note>
    );
  }
  if (choice.kind === "file" && choice.file === null) {
    return (
      <Note title={messages.fileGone} detail={messages.fileGoneDetail}>
        {fileButton}
        {chooseButton}
      </Note>
    );
  }
  if (choice.kind === "entry" && clipOf(choice.entry) === null) {
    return <div className="grid min-h-full">{renderUnfinished(choice.entry)}</div>;
  }
  if (opened === null) {
    return (
      <Opening name={name} prompt={choice.kind === "entry" ? choice.entry.request.prompt : ""} />
    );
  }
  if (opened.kind === "open") {
    return (
      <Note title={name} detail={messages.ready}>
        {openLink}
      </Note>
    );
  }
  if (opened.kind === "unread") {
    const { title } = describeProblem(opened.problem);
    return (
      <Note isTrouble title={title} detail={problemExplanation(opened.problem)}>
        <Button onClick={onTryAgain}>{tryAgain}</Button>
        {openLink}
      </Note>
    );
  }
  const failure = messages.failures[opened.kind];
  // A file has no detail page to link to, and is not downloaded.
  const more = openLink && "ofLibrary" in failure ? failure.ofLibrary : null;
  return (
    <Note isTrouble title={failure.title} detail={paragraph(failure.detail, more)}>
      {openLink || chooseButton}
    </Note>
  );
}

function Opening({ name, prompt }: { name: string; prompt: string }) {
  return (
    <div
      role="status"
      aria-label={messages.opening(name)}
      className="slow-pulse grid h-full place-items-center"
      style={prompt === "" ? undefined : { background: promptBackground(prompt) }}
    >
      <Spinner className="size-6 opacity-80 transition-opacity delay-300 starting:opacity-0" />
    </div>
  );
}

interface NoteProps {
  title: string;
  detail: string;
  isTrouble?: boolean;
  children: ReactNode;
}

function Note({ title, detail, isTrouble = false, children }: NoteProps) {
  return (
    <div
      role={isTrouble ? "alert" : undefined}
      className="mx-auto grid h-full max-w-md content-center justify-items-center gap-2 p-4 text-center text-balance"
    >
      <p className="text-14 font-semibold wrap-anywhere">{title}</p>
      <p className="text-13 text-on-stage-muted">{detail}</p>
      <div className="mt-1 flex flex-wrap justify-center gap-2">{children}</div>
    </div>
  );
}
