/** What was last heard of a generation that has not ended, and when. */
import { useQuery } from "@tanstack/react-query";
import * as words from "#messages/generations.ts";
import { configOptions } from "#studio/api/config.ts";
import { formatClock } from "#studio/domain/dates.ts";
import type { LibraryEntry } from "#studio/domain/library-entry.ts";
import { problemWords } from "#studio/domain/problem-words.ts";
import { formatSeconds } from "#studio/domain/times.ts";
import { secondsSince } from "./use-now.ts";

// Nobody needs to be told of a silence shorter than this.
const HEARD_NOW_SECONDS = 3;

/** Kirin's own word and its age; or what the studio is doing while Kirin has said nothing. */
export function WaitingWord({ entry, nowMs }: { entry: LibraryEntry; nowMs: number }) {
  if (entry.phase === "unknown") return <Checking entry={entry} nowMs={nowMs} />;
  if (entry.generation === null) return <p className="font-medium">{words.sending}</p>;
  return (
    <>
      <p className="font-medium">
        <span>{words.kirinSays(entry.generation.upstreamStatus)}</span>
        <span className="font-normal text-muted tabular-nums">{heard(entry, nowMs)}</span>
      </p>
      {!entry.isWatched && <p className="text-13 text-muted">{words.notWatchedDetail}</p>}
      {entry.isWatched && entry.problem && (
        <p className="text-13 text-danger">
          {`${problemWords(entry.problem).title}. ${words.trouble}`}
        </p>
      )}
    </>
  );
}

/** Nobody knows whether Kirin has it: what is being looked for, when, and when there will be an answer. */
function Checking({ entry, nowMs }: { entry: LibraryEntry; nowMs: number }) {
  const config = useQuery(configOptions()).data;
  const { problem, missing, sentAt, isConflict } = entry;
  // Later than twice the proxy's own time-out nothing can still be on its way.
  const certainMs =
    config?.ok && sentAt !== null && !isConflict
      ? Date.parse(sentAt) + 2 * config.value.createTimeoutMs
      : null;
  return (
    <>
      <p className="font-medium">{words.checking}</p>
      <p className="text-13 text-muted">
        <span>{isConflict ? words.checkingConflict : words.checkingDetail}</span>{" "}
        <span>{words.checkingSchedule}</span>
      </p>
      {missing !== null && (
        <p className="text-13 text-muted tabular-nums">
          <span>{words.missedReads(missing.reads)}</span>{" "}
          {certainMs !== null && <span>{certainty(certainMs, nowMs)}</span>}
        </p>
      )}
      {problem && !isConflict && (
        <p className="text-13 text-muted">{`${problemWords(problem).title}.`}</p>
      )}
    </>
  );
}

function certainty(certainMs: number, nowMs: number): string {
  if (certainMs <= nowMs) return words.certainNext;
  return words.certainAt(formatClock(new Date(certainMs).toISOString()));
}

/** How long ago Kirin said so; nothing where that is not known. */
function heard({ heardAt }: LibraryEntry, nowMs: number): string {
  const seconds = heardAt === null ? 0 : secondsSince(Date.parse(heardAt), nowMs);
  if (seconds === null) return "";
  const time =
    seconds < HEARD_NOW_SECONDS ? words.heardNow : words.heardAgo(formatSeconds(seconds));
  return `, ${time}`;
}
