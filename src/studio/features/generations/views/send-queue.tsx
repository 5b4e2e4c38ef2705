/** The queue of generations that have not been sent: view, reorder and cancel. */
import { ArrowDown, ArrowUp, Undo2, X } from "lucide-react";
import { type RefObject, useId, useRef, useState } from "react";
import { Link } from "wouter";
import { close, modes, paragraph } from "#messages/common.ts";
import * as messages from "#messages/queue.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { modeOf } from "#studio/domain/life/pairs.ts";
import { generationHref } from "#studio/domain/paths.ts";
import { type QueueDirection, sendQueue } from "#studio/domain/queue/send-queue.ts";
import { problemSummary } from "#studio/format/describe-problem.ts";
import { excerpt } from "#studio/format/excerpt.ts";
import { useEntries } from "#studio/storage/library/use-library.ts";
import { announce } from "#studio/ui/announcer.tsx";
import { Badge } from "#studio/ui/badge.tsx";
import { Button } from "#studio/ui/buttons/button.tsx";
import { IconButton } from "#studio/ui/buttons/icon-button.tsx";
import { classes } from "#studio/ui/classes.ts";
import { generations } from "../studio-generations.ts";

interface SendQueueProps {
  /** Defaults to the number of queued entries. */
  label?: string;
  className?: string;
}

/** A button that opens the queue. Hidden while fewer than two wait, unless the queue is open. */
export function SendQueue({ label, className }: SendQueueProps) {
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const queue = sendQueue(useEntries());
  if (queue.length < 2 && !isOpen) return null;
  return (
    <>
      <Button popoverTarget={id} className={classes("tabular-nums", className)}>
        {label ?? messages.waiting(queue.length)}
      </Button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={messages.queue}
        tabIndex={-1}
        onToggle={({ newState }) => {
          setIsOpen(newState === "open");
          if (newState === "open") panel.current?.focus();
        }}
        className="inset-0 z-50 m-auto max-h-[80dvh] w-full max-w-md overflow-y-auto rounded-10 bg-raised p-4 text-left text-14 text-ink shadow-lg inset-ring inset-ring-line outline-none max-sm:mb-[calc(var(--tab-bar)+0.5rem)] max-sm:w-[calc(100%-1rem)]"
      >
        <header className="flex items-center justify-between gap-2">
          <h2 className="text-16 font-semibold">{messages.queue}</h2>
          <IconButton
            label={close}
            icon={<X size={16} />}
            onClick={() => panel.current?.hidePopover()}
          />
        </header>
        {isOpen && <QueueList queue={queue} panel={panel} />}
      </div>
    </>
  );
}

interface QueueListProps {
  queue: readonly LibraryEntry[];
  /** Receives the focus when the focused button is removed. */
  panel: RefObject<HTMLDivElement | null>;
}

function QueueList({ queue, panel }: QueueListProps) {
  if (queue.length === 0) return <p className="text-13 text-muted">{messages.queueEmpty}</p>;
  return (
    <>
      <p className="text-13 text-muted">{messages.queueDetail}</p>
      <ol className="mt-3 grid gap-3">
        {queue.map((entry, index) => (
          <QueueRow
            key={entry.id}
            entry={entry}
            index={index}
            count={queue.length}
            onGone={() => panel.current?.focus()}
          />
        ))}
      </ol>
    </>
  );
}

interface QueueRowProps {
  entry: LibraryEntry;
  index: number;
  count: number;
  onGone: () => void;
}

function QueueRow({ entry, index, count, onGone }: QueueRowProps) {
  /** Why the last action failed. */
  const [trouble, setTrouble] = useState<string | null>(null);
  const text = excerpt(entry.request.prompt);
  const { title } = entry.hold === null ? messages.itsTurn : messages.holds[entry.hold.reason];

  async function handleMove(direction: QueueDirection, button: HTMLElement) {
    const result = await generations.moveInQueue(entry.id, direction);
    if (result.status === "failed") {
      setTrouble(paragraph(messages.couldNotMove, problemSummary(result.problem)));
    } else {
      setTrouble(null);
      announce(messages.moved(index + (direction === "earlier" ? 0 : 2), count));
    }
    // Moving a row can drop its focus.
    button.focus();
  }

  async function handleCancel() {
    const result = await generations.cancel(entry.id);
    if (result.status === "failed") {
      setTrouble(paragraph(messages.couldNotCancel, problemSummary(result.problem)));
    } else {
      onGone();
    }
  }

  return (
    <li className="grid grid-cols-[1.5rem_minmax(0,1fr)_auto] items-center gap-2">
      <span className="text-13 text-muted tabular-nums">{index + 1}</span>
      <div className="grid gap-0.5">
        <Link
          href={generationHref(entry.id)}
          dir="auto"
          className="truncate py-0.5 text-14 hover:underline pointer-coarse:py-3"
          title={entry.request.prompt}
        >
          {text}
        </Link>
        <p className="flex flex-wrap items-center gap-x-2 text-12 text-muted">
          <Badge tone={modeOf(entry)}>{modes[modeOf(entry)]}</Badge>
          <span>{title}</span>
        </p>
      </div>
      <div className="flex">
        <IconButton
          label={messages.moveEarlier(text)}
          icon={<ArrowUp size={16} />}
          aria-disabled={index === 0}
          onClick={({ currentTarget }) => index > 0 && void handleMove("earlier", currentTarget)}
        />
        <IconButton
          label={messages.moveLater(text)}
          icon={<ArrowDown size={16} />}
          aria-disabled={index === count - 1}
          onClick={({ currentTarget }) =>
            index < count - 1 && void handleMove("later", currentTarget)
          }
        />
        <IconButton
          label={messages.cancelOf(text)}
          icon={<Undo2 size={16} />}
          onClick={() => void handleCancel()}
        />
      </div>
      {trouble !== null && (
        <p role="alert" className="col-span-2 col-start-2 text-12 text-danger">
          {trouble}
        </p>
      )}
    </li>
  );
}
