import { Check, Link2 } from "lucide-react";
import { useRef, useState } from "react";
import * as messages from "#messages/compare.ts";
import { announce } from "#studio/ui/announcer.tsx";
import { Button } from "#studio/ui/buttons/button.tsx";
import { showToast } from "#studio/ui/overlays/toast-store.ts";

const DONE_SHOWN_MS = 1600;

interface CopyLinkButtonProps {
  /** Returns the full URL of the current state. */
  makeLink: () => string;
  /** Whether a side is a file, which a link cannot include. */
  hasFile: boolean;
}

/** Copies a link to the current state to the clipboard. */
export function CopyLinkButton({ makeLink, hasFile }: CopyLinkButtonProps) {
  const [isDone, setIsDone] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  async function handleClick() {
    try {
      await navigator.clipboard.writeText(makeLink());
    } catch {
      showToast(messages.linkNotCopied);
      return;
    }
    if (hasFile) showToast(messages.filesInLink);
    else announce(messages.linkCopied);
    setIsDone(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setIsDone(false), DONE_SHOWN_MS);
  }

  return (
    <Button title={messages.copyLink} onClick={handleClick}>
      {isDone ? <Check size={16} /> : <Link2 size={16} />}
      <span className="max-lg:sr-only">{messages.copyLink}</span>
    </Button>
  );
}
