import { Check, Copy } from "lucide-react";
import { useRef, useState } from "react";
import { announce } from "#studio/ui/announcer.tsx";
import { IconButton } from "./icon-button.tsx";

interface CopyButtonProps {
  value: string;
  /** The accessible name, such as "Copy task ID". */
  label: string;
  /** Announced after copying, such as "Copied". */
  doneLabel: string;
}

const DONE_SHOWN_MS = 1600;

/** Copies a text to the clipboard and announces it. Announces nothing if the clipboard is blocked. */
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
