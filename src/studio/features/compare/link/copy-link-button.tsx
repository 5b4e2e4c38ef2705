import { Check, Link2 } from "lucide-react";
import { useRef, useState } from "react";
import * as words from "#messages/compare.ts";
import { announce } from "#studio/ui/announcer.tsx";
import { Button } from "#studio/ui/button.tsx";
import { showToast } from "#studio/ui/toast-store.ts";

const DONE_SHOWN_MS = 1600;

interface CopyLinkButtonProps {
  /** The whole address of this moment. */
  makeLink: () => string;
  /** Whether a file is part of the comparison, which no link can hold. */
  hasFile: boolean;
}

/** Puts a link to this very moment on the clipboard. */
export function CopyLinkButton({ makeLink, hasFile }: CopyLinkButtonProps) {
  const [isDone, setIsDone] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  async function handleClick() {
    try {
      await navigator.clipboard.writeText(makeLink());
    } catch {
      showToast(words.linkNotCopied);
      return;
    }
    if (hasFile) showToast(words.filesInLink);
    else announce(words.linkCopied);
    setIsDone(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setIsDone(false), DONE_SHOWN_MS);
  }

  return (
    <Button title={words.copyLink} onClick={handleClick}>
      {isDone ? <Check size={16} /> : <Link2 size={16} />}
      <span className="max-lg:sr-only">{words.copyLink}</span>
    </Button>
  );
}
