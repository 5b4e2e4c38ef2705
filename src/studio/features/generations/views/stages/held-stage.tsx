/** The stage of a generation that has not been sent: why it waits, when it is retried, and a button to cancel it. */
import { CirclePause } from "lucide-react";
import { useEffect } from "react";
import { cancel, modes, paragraph } from "#messages/common.ts";
import { checkKey } from "#messages/generations.ts";
import * as messages from "#messages/queue.ts";
import { mayTakeSlot } from "#studio/domain/life/entry-rules.ts";
import { RETRY_AFTER_MAX_MS } from "#studio/domain/life/hold.ts";
import type { HoldReason, LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { modeOf } from "#studio/domain/life/pairs.ts";
import { formatClock } from "#studio/format/dates.ts";
import { problemSummary } from "#studio/format/describe-problem.ts";
import { formatDuration } from "#studio/format/durations.ts";
import { useEntries } from "#studio/storage/library/use-library.ts";
import { announce } from "#studio/ui/announcer.tsx";
import { Button } from "#studio/ui/buttons/button.tsx";
import { openConnectionCheck } from "#studio/ui/overlays/settings-dialog-store.ts";
import { generations } from "../../studio-generations.ts";
import { SendQueue } from "../send-queue.tsx";
import { useEntryAction } from "../use-entry-action.ts";
import { useNow } from "../use-now.ts";
import { queuePlace } from "./queue-place.ts";
import { StageFrame } from "./stage-frame.tsx";

/** Fills the stage while a generation waits to be sent. */
export function HeldStage({ entry }: { entry: LibraryEntry }) {
  const { hold } = entry;
  const { title, detail } = hold === null ? messages.itsTurn : messages.holds[hold.reason];
  // Announced once, however often it is retried.
  useEffect(() => announce(title), [title]);
  return (
    <StageFrame
      label={messages.heldRegion(modes[modeOf(entry)])}
      request={entry.request}
      isStill
      className="justify-items-center gap-2 text-center text-balance"
    >
      <CirclePause aria-hidden="true" className="size-6" />
      <h2 className="text-16 font-medium">{title}</h2>
      <p className="text-13">
        <span>{detail}</span> {hold?.reason === "slots" && <SlotsTaken id={entry.id} />}
      </p>
      {/* For slots, the detail explains more than Kirin's message. */}
      {entry.problem?.upstreamMessage && hold?.reason !== "slots" && (
        <p className="text-13 text-muted wrap-anywhere">{`“${entry.problem.upstreamMessage}”`}</p>
      )}
      <p className="text-13">
        {entry.attempts === 0 ? messages.nothingSent : messages.nothingCreated}
      </p>
      <NextTry entry={entry} />
      <HeldActions entry={entry} />
    </StageFrame>
  );
}

function SlotsTaken({ id }: { id: string }) {
  const others = useEntries().filter((entry) => entry.id !== id && mayTakeSlot(entry));
  return <span>{messages.slotsTaken(others.length)}</span>;
}

/** How long it has been waiting, and when it is retried. */
function NextTry({ entry }: { entry: LibraryEntry }) {
  const entries = useEntries();
  const nowMs = useNow();
  const since = messages.since(formatClock(entry.hold?.since ?? entry.queuedAt));
  return (
    <p className="text-13 text-muted tabular-nums">
      {`${since} ${nextTry(entry, entries, nowMs)}`}
    </p>
  );
}

function nextTry(entry: LibraryEntry, entries: readonly LibraryEntry[], nowMs: number): string {
  const { hold, id, phase } = entry;
  if (phase === "sending") return messages.triedNow;
  if (hold === null || queuePlace(entries, id)?.isTriedItself !== true) {
    return messages.triedAfterOthers;
  }
  const delayMs = Date.parse(hold.retryAt) - nowMs;
  const seconds = Math.ceil(delayMs / 1000);
  // A wait longer than the maximum means that the clock was set back, so the retry is due.
  if (seconds <= 0 || delayMs > RETRY_AFTER_MAX_MS) return messages.triedSoon;
  const time = formatDuration(seconds);
  return hold.isAsked
    ? messages.nextTryAsked(time, formatClock(hold.retryAt))
    : messages.nextTry(time);
}

/** Reasons that a retry doesn't end. A check of the key sends what waits for one. */
const KEY_REASONS: ReadonlySet<HoldReason> = new Set(["no-key", "key-refused"]);

function HeldActions({ entry }: { entry: LibraryEntry }) {
  const { id, hold, phase } = entry;
  const place = queuePlace(useEntries(), id);
  const { run, running, failure } = useEntryAction<"try" | "cancel">();
  const isBeingTried = phase === "sending";
  const needsKey = hold !== null && KEY_REASONS.has(hold.reason);
  // A retry time that Kirin set can't be moved up, and an entry behind another in the queue isn't sent first.
  const canTry =
    hold !== null && !needsKey && !hold.isAsked && (isBeingTried || place?.isTriedItself === true);
  return (
    <>
      {/* Always rendered, so that an open queue stays open while this one is being retried. */}
      <div className="flex flex-wrap items-center justify-center gap-x-2 text-13 text-muted tabular-nums empty:hidden">
        {place !== null && place.count > 1 && <p>{messages.place(place.place, place.count)}</p>}
        <SendQueue label={messages.showQueue} />
      </div>
      {failure?.name === "cancel" && (
        <p role="alert" className="text-13 text-danger">
          {paragraph(messages.couldNotCancel, problemSummary(failure.problem))}
        </p>
      )}
      <div className="flex flex-wrap justify-center gap-2">
        {needsKey && (
          <Button variant="primary" aria-haspopup="dialog" onClick={openConnectionCheck}>
            {checkKey}
          </Button>
        )}
        {canTry && (
          <Button
            isLoading={isBeingTried || running === "try"}
            onClick={() => {
              announce(messages.triedNow);
              void run("try", () => generations.tryNow(id));
            }}
          >
            {messages.tryNow}
          </Button>
        )}
        <Button
          disabled={isBeingTried}
          title={messages.cancelHint}
          onClick={() => void run("cancel", () => generations.cancel(id))}
        >
          {cancel}
        </Button>
      </div>
      <p className="text-12 text-muted">{messages.cancelHint}</p>
    </>
  );
}
