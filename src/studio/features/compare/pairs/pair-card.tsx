import { useState } from "react";
import { Link } from "wouter";
import { modes } from "#messages/common.ts";
import * as messages from "#messages/compare.ts";
import { entryStatuses } from "#messages/entry-status.ts";
import { mayBeOnDevice } from "#studio/domain/life/clip-saving.ts";
import { entryStatus } from "#studio/domain/life/entry-status.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import type { Pair } from "#studio/domain/life/pairs.ts";
import { compareHref } from "#studio/domain/paths.ts";
import { costsOf } from "#studio/domain/usage/costs.ts";
import { formatMoment } from "#studio/format/dates.ts";
import { excerpt } from "#studio/format/excerpt.ts";
import { formatAmounts } from "#studio/format/money.ts";
import { useClipSource } from "#studio/storage/clips/use-clip-source.ts";
import { classes } from "#studio/ui/classes.ts";
import { promptBackground } from "#studio/ui/prompt-background.ts";
import { VideoFrame } from "#studio/ui/video-frame.tsx";
import { clipOf } from "../sides/choose-sides.ts";
import type { PairVerdict } from "./pair-verdict.ts";

const PROMPT_CHARACTERS = 160;

interface PairCardProps {
  pair: Pair;
  verdict: PairVerdict | null;
}

/** Both pictures, the prompt, what each cost, and whether the pair is judged. Opens the comparison. */
export function PairCard({ pair: { std, pro }, verdict }: PairCardProps) {
  return (
    <Link
      href={compareHref(std.id, pro.id)}
      className="group grid gap-2 rounded-10 p-1 outline-offset-0 hover:bg-hover"
    >
      <span className="grid grid-cols-2 gap-px overflow-hidden rounded-6 bg-stage">
        <Poster entry={std} />
        <Poster entry={pro} />
      </span>
      <span className="grid gap-0.5 px-1 pb-1">
        <span dir="auto" className="line-clamp-2 text-14 wrap-anywhere">
          {excerpt(std.request.prompt, PROMPT_CHARACTERS)}
        </span>
        <span className="flex flex-wrap items-center gap-x-3 text-12 tabular-nums text-muted">
          <Standing entry={std} mode="std" />
          <Standing entry={pro} mode="pro" />
          <time dateTime={std.preparedAt}>{formatMoment(std.preparedAt)}</time>
          <span className={classes("ml-auto", verdict && "font-medium text-ink")}>
            {verdictText(verdict)}
          </span>
        </span>
      </span>
    </Link>
  );
}

/** A frame of the clip, loaded while it is near the viewport. */
function Poster({ entry }: { entry: LibraryEntry }) {
  const [isNear, setIsNear] = useState(false);
  const { url } = useClipSource((isNear && clipOf(entry)?.src) || null, mayBeOnDevice(entry));
  return (
    <span
      className="block aspect-video overflow-hidden"
      style={{ background: promptBackground(entry.request.prompt) }}
    >
      <VideoFrame src={url} onNear={setIsNear} />
    </span>
  );
}

/** The mode with the cost of a finished generation, or its status. */
function Standing({ entry, mode }: { entry: LibraryEntry; mode: "std" | "pro" }) {
  const standing = formatAmounts(costsOf(entry)) ?? entryStatuses[entryStatus(entry)];
  return (
    <span className={mode === "std" ? "text-std" : "text-pro"}>
      {messages.standingOf(modes[mode], standing)}
    </span>
  );
}

function verdictText(verdict: PairVerdict | null): string {
  if (verdict === null) return messages.notJudged;
  const { preferred, isBlind } = verdict;
  return messages.verdict(preferred && modes[preferred], isBlind);
}
