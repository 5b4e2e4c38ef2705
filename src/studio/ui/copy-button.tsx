import { Check, Copy } from "lucide-react";
import { useRef, useState } from "react";
import { announce } from "./announcer.tsx";
import { IconButton } from "./icon-button.tsx";

interface CopyButtonProps {
  value: string;
  /** Its name, such as "Copy task ID". */
  label: string;
  /** What is announced when it is done, such as "Copied". */
  doneLabel: string;
}

const DONE_SHOWN_MS = 1600;

/** Puts a text on the clipboard, and says so; where the clipboard is barred, nothing is claimed. */
export function CopyButton({ value, label, doneLabel }: CopyButtonProps) {
  const [isDone, setIsDone] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  async function handleClick() {
    try {
      await navigator.clipboard.writeText(value);
    } catch {
      return;
    }
    setIsDone(true);
    announce(doneLabel);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setIsDone(false), DONE_SHOWN_MS);
  }

  return (
    <IconButton
      label={label}
      icon={isDone ? <Check size={16} /> : <Copy size={16} />}
      onClick={handleClick}
      className="text-muted hover:text-ink"
    />
  );
}
