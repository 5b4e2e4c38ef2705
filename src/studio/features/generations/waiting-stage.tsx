/** The stage while there is no clip yet: what is known, and nothing that is not. */
import { useQuery } from "@tanstack/react-query";
import type { CSSProperties } from "react";
import { resolveRequest } from "#kirin/request.ts";
import { configOptions } from "#studio/api/config.ts";
import { isUnderWay } from "#studio/domain/entry-rules.ts";
import type { LibraryEntry } from "#studio/domain/library-entry.ts";
import { promptBackground } from "#studio/domain/prompt-colours.ts";
import { formatSeconds } from "#studio/domain/times.ts";
import { usualTime } from "#studio/domain/usual-times.ts";
import { useEntries } from "#studio/storage/use-library.ts";
import { BreathingFrame } from "#studio/ui/breathing-frame.tsx";
import { classes } from "#studio/ui/classes.ts";
import { Progress } from "#studio/ui/progress.tsx";
import * as words from "#words/generations.ts";
import { useNow } from "./use-now.ts";
import { WaitingActions } from "./waiting-actions.tsx";
import { WaitingWord } from "./waiting-word.tsx";

// What the words below the frame leave of the stage: on a phone the page scrolls; between the sizes a strip of the details
// lies under the stage, on wide screens they are beside it.
const FRAME_HEIGHTS =
  "[--frame-height:48dvh] lg:[--frame-height:calc(100dvh-32.5rem)] xl:[--frame-height:calc(100dvh-25rem)]";

// Three times the usual is unusual; nothing is given up by a clock.
const UNUSUAL_FACTOR = 3;

/** Fills the stage while a generation has not ended. */
export function WaitingStage({ entry }: { entry: LibraryEntry }) {
  const nowMs = useNow();
  const { aspectRatio, mode, prompt } = resolveRequest(entry.request);
  const elapsedSeconds = Math.max(0, (nowMs - Date.parse(entry.preparedAt)) / 1000);
  const reported = isUnderWay(entry) ? entry.generation?.progress : null;
  return (
    <section
      aria-label={words.waitingRegion(words.modes[mode])}
      className={classes(
        "grid max-h-full min-h-full content-center-safe justify-items-center gap-4 overflow-y-auto bg-stage p-4 text-ink scheme-dark",
        FRAME_HEIGHTS,
      )}
    >
      <div style={frameWidth(aspectRatio)}>
        <BreathingFrame ratio={aspectRatio} background={promptBackground(prompt)}>
          <p className="@container grid size-full place-items-center font-medium whitespace-nowrap tabular-nums">
            <span className="sr-only">{words.elapsed} </span>
            <time role="timer" className="text-14 @[10rem]:text-28">
              {formatSeconds(elapsedSeconds)}
            </time>
          </p>
        </BreathingFrame>
      </div>
      <div className="grid w-full max-w-md justify-items-center gap-2 text-center text-14 text-balance">
        <WaitingWord entry={entry} nowMs={nowMs} />
        {typeof reported === "number" && (
          <div className="grid w-full gap-1 py-1">
            <Progress label={words.progress} value={reported} />
            <p className="text-12 text-muted tabular-nums">
              {words.progressReported(Math.round(reported * 100))}
            </p>
          </div>
        )}
        <Usual entry={entry} elapsedSeconds={elapsedSeconds} />
        <WaitingActions entry={entry} />
      </div>
    </section>
  );
}

/** How long such ones took before. */
function Usual({ entry, elapsedSeconds }: { entry: LibraryEntry; elapsedSeconds: number }) {
  const entries = useEntries();
  const config = useQuery(configOptions()).data;
  const usual = usualTime(entry.request, entries, config?.ok ? config.value.upstream : null);
  if (usual === null || entry.phase === "unknown") return null;
  const isUnusual = elapsedSeconds > UNUSUAL_FACTOR * usual.highSeconds;
  return (
    <p className="text-13 text-muted">
      {isUnusual && entry.isWatched
        ? words.longerThanUsual
        : words.usual(formatSeconds(usual.lowSeconds), formatSeconds(usual.highSeconds))}
    </p>
  );
}

/** As wide as there is room for at this shape. */
function frameWidth(ratio: string): CSSProperties {
  const [width = 16, height = 9] = ratio.split(":").map(Number);
  return {
    width: `min(100%, 44rem, calc(max(8rem, min(var(--frame-height), var(--stage-max-height, 100dvh))) * ${width / height}))`,
  };
}
