import { type ReactNode, useId } from "react";
import { Link } from "wouter";
import type { Clip } from "#contract/generation.ts";
import { resolveRequest } from "#kirin/request.ts";
import { mayBeOnDevice } from "#studio/domain/clip-keeping.ts";
import { outcomeOf } from "#studio/domain/entry-status.ts";
import type { LibraryEntry } from "#studio/domain/library-entry.ts";
import { formatUsd } from "#studio/domain/money.ts";
import { generationHref } from "#studio/domain/paths.ts";
import { promptBackground } from "#studio/domain/prompt-colours.ts";
import { useClipSource } from "#studio/storage/use-clip-source.ts";
import { Badge } from "#studio/ui/badge.tsx";
import { Button } from "#studio/ui/button.tsx";
import { ClipFrame } from "#studio/ui/playback/clip-frame.tsx";
import { useVideoFailure } from "#studio/ui/playback/video-failure.ts";
import * as words from "#words/compare.ts";

interface CompareSideProps {
  entry: LibraryEntry;
  /** What this side is called, such as "Pro". */
  name: string;
  /** The clip to play; null while there is none. */
  clip: Clip | null;
  video: HTMLVideoElement | null;
  videoRef: (video: HTMLVideoElement | null) => void;
  isBuffering: boolean;
  onPress: () => void;
  /** Shown in place of a clip that is not there. */
  unfinished: ReactNode;
}

/** One half of the comparison: which it is, what it cost, its picture or why there is none. */
export function CompareSide(props: CompareSideProps) {
  const { entry, name, clip, video, videoRef, isBuffering, onPress, unfinished } = props;
  const { mode, aspectRatio, prompt } = resolveRequest(entry.request);
  const source = useClipSource(clip?.src ?? null, mayBeOnDevice(entry));
  const failure = useVideoFailure(video);
  const costId = useId();
  return (
    <figure className="flex min-w-0 flex-col gap-2" aria-label={name}>
      <figcaption className="flex items-center justify-between gap-2 text-13">
        <Badge tone={mode}>{words.modes[mode]}</Badge>
        <div className="flex flex-wrap items-baseline justify-end gap-x-3">
          <dl className="flex gap-2">
            <dt id={costId} className="text-on-stage-muted">
              {words.cost}
            </dt>
            {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: a definition may be named (ARIA 1.2); people and tests find the value by its label */}
            <dd aria-labelledby={costId} className="tabular-nums">
              {costText(entry)}
            </dd>
          </dl>
          <Link
            href={generationHref(entry.id)}
            aria-label={words.openOf(name)}
            className="text-on-stage-muted underline underline-offset-2 hover:text-on-stage"
          >
            {words.open}
          </Link>
        </div>
      </figcaption>
      {clip ? (
        <ClipFrame
          src={source.url}
          ratio={aspectRatio}
          background={promptBackground(prompt)}
          label={words.picture(name, prompt)}
          videoRef={videoRef}
          isBuffering={isBuffering}
          onPress={onPress}
          failure={
            failure && (
              <div role="alert" className="grid justify-items-center gap-2 p-4 text-13">
                <p>{words.notPlayed}</p>
                <Button onClick={source.chooseAgain}>{words.tryAgain}</Button>
              </div>
            )
          }
        />
      ) : (
        <div className="flex-1">{unfinished}</div>
      )}
    </figure>
  );
}

function costText(entry: LibraryEntry): string {
  const cost = entry.generation?.usage?.cost;
  if (cost) return formatUsd(cost);
  return outcomeOf(entry) === null ? words.costPending : words.costUnknown;
}
