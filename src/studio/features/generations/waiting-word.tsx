/** What was last heard of a generation that has not ended, and when. */
import type { LibraryEntry } from "#studio/domain/library-entry.ts";
import { problemWords } from "#studio/domain/problem-words.ts";
import { formatSeconds } from "#studio/domain/times.ts";
import * as words from "#words/generations.ts";

// Nobody needs to be told of a silence shorter than this.
const HEARD_NOW_SECONDS = 3;

/** Kirin's own word and its age; or what the studio is doing while Kirin has said nothing. */
export function WaitingWord({ entry, nowMs }: { entry: LibraryEntry; nowMs: number }) {
  if (entry.phase === "unknown") {
    return (
      <>
        <p className="font-medium">{words.checking}</p>
        <p className="text-13 text-muted">{words.checkingDetail}</p>
        {entry.problem && <p className="text-13 text-muted">{problemWords(entry.problem).title}</p>}
      </>
    );
  }
  if (entry.generation === null) return <p className="font-medium">{words.sending}</p>;
  return (
    <>
      <p className="font-medium">
        {words.kirinSays(entry.generation.upstreamStatus)}
        <span className="font-normal text-muted tabular-nums">{`, ${heard(entry, nowMs)}`}</span>
      </p>
      {!entry.isWatched && <p className="text-13 text-muted">{words.notWatchedDetail}</p>}
      {entry.isWatched && entry.problem && (
        <p className="text-13 text-danger">
          {problemWords(entry.problem).title}. {words.trouble}
        </p>
      )}
    </>
  );
}

function heard({ heardAt }: LibraryEntry, nowMs: number): string {
  const seconds = heardAt === null ? 0 : (nowMs - Date.parse(heardAt)) / 1000;
  return seconds < HEARD_NOW_SECONDS ? words.heardNow : words.heardAgo(formatSeconds(seconds));
}
