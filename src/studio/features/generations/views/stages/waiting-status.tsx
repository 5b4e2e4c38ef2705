/** The last known status of a generation that has not ended, and its age. */
import { useQuery } from "@tanstack/react-query";
import type { Generation } from "#contract/generation.ts";
import { isKnownStatusWord } from "#kirin/task-status.ts";
import { paragraph, sentence } from "#messages/common.ts";
import * as messages from "#messages/generations.ts";
import { configOptions } from "#studio/api/config.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { formatClock } from "#studio/format/dates.ts";
import { describeProblem } from "#studio/format/describe-problem.ts";
import { formatDuration } from "#studio/format/durations.ts";
import { secondsSince } from "../use-now.ts";

// A status younger than this is shown as current.
const CURRENT_SECONDS = 3;

/** Kirin's status and its age, or what the studio is doing while there is none. */
export function WaitingStatus({ entry, nowMs }: { entry: LibraryEntry; nowMs: number }) {
  if (entry.phase === "unknown") return <Checking entry={entry} nowMs={nowMs} />;
  if (entry.generation === null) return <p className="font-medium">{messages.sending}</p>;
  return (
    <>
      <p className="font-medium">
        <span>{activity(entry.generation)}</span>
        <span className="font-normal tabular-nums">{statusAge(entry, nowMs)}</span>
      </p>
      {!entry.isWatched && <p className="text-13">{messages.notWatchedDetail}</p>}
      {entry.isWatched && entry.problem && (
        <p className="text-13 text-danger">
          {paragraph(sentence(describeProblem(entry.problem).title), messages.statusCheckFailed)}
        </p>
      )}
    </>
  );
}

/** For a create with an unknown outcome: what is checked, when, and when the result is certain. */
function Checking({ entry, nowMs }: { entry: LibraryEntry; nowMs: number }) {
  const config = useQuery(configOptions()).data;
  const { problem, missing, sentAt, isConflict } = entry;
  // After twice the proxy's timeout no create can still be in flight.
  const certainMs =
    config?.ok && sentAt !== null && !isConflict
      ? Date.parse(sentAt) + 2 * config.value.createTimeoutMs
      : null;
  return (
    <>
      <p className="font-medium">{messages.checking}</p>
      <p className="text-13">
        <span>{isConflict ? messages.checkingConflict : messages.checkingDetail}</span>{" "}
        <span>{messages.checkingSchedule}</span>
      </p>
      {missing !== null && (
        <p className="text-13 tabular-nums">
          <span>{messages.missedReads(missing.reads)}</span>{" "}
          {certainMs !== null && <span>{certainty(certainMs, nowMs)}</span>}
        </p>
      )}
      {problem && !isConflict && (
        <p className="text-13">{sentence(describeProblem(problem).title)}</p>
      )}
    </>
  );
}

function certainty(certainMs: number, nowMs: number): string {
  if (certainMs <= nowMs) return messages.certainNext;
  return messages.certainAt(formatClock(new Date(certainMs).toISOString()));
}

/** What Kirin is doing, in plain words. The technical details have the word that Kirin uses. */
function activity({ status, upstreamStatus: word }: Generation): string {
  return isKnownStatusWord(word) ? messages.upstreamStatuses[status] : messages.working;
}

/** The age of the status; empty if unknown. */
function statusAge({ heardAt }: LibraryEntry, nowMs: number): string {
  const seconds = heardAt === null ? 0 : secondsSince(Date.parse(heardAt), nowMs);
  if (seconds === null) return "";
  return seconds < CURRENT_SECONDS
    ? messages.updatedNow
    : messages.updatedAgo(formatDuration(seconds));
}
