/** Actions while a generation is in progress. None of them stops Kirin. */
import { useId } from "react";
import * as messages from "#messages/generations.ts";
import { hasUnfinishedTask } from "#studio/domain/life/entry-rules.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { announce } from "#studio/ui/announcer.tsx";
import { Button } from "#studio/ui/buttons/button.tsx";
import type { ChangeResult } from "../../action-result.ts";
import { generations } from "../../studio-generations.ts";
import { useEntryAction } from "../use-entry-action.ts";

/** Offers Check now, Stop watching or Watch again, depending on the state. */
export function WaitingActions({ entry }: { entry: LibraryEntry }) {
  const { id, phase, isWatched } = entry;
  const hintId = useId();
  const { run, running } = useEntryAction<"check">();

  async function handleTracking(change: () => Promise<ChangeResult>, done: string) {
    const { status } = await change();
    if (status !== "failed") announce(done);
  }

  if (phase === "unknown") {
    return (
      <Button
        isLoading={running !== null}
        onClick={() => {
          announce(messages.checking);
          void run("check", () => generations.checkNow(id));
        }}
      >
        {messages.checkNow}
      </Button>
    );
  }
  if (!hasUnfinishedTask(entry)) return null;
  if (!isWatched) {
    return (
      <Button
        variant="primary"
        onClick={() =>
          void handleTracking(() => generations.resumeTracking(id), messages.watchedAgain)
        }
      >
        {messages.watchAgain}
      </Button>
    );
  }
  return (
    <>
      <Button
        aria-describedby={hintId}
        onClick={() =>
          void handleTracking(() => generations.stopTracking(id), messages.notWatchedDetail)
        }
      >
        {messages.stopWatching}
      </Button>
      <p id={hintId} className="order-last basis-full text-12 @max-md:sr-only">
        {messages.stopWatchingHint}
      </p>
    </>
  );
}
