import { Link } from "wouter";
import { pairs as pairsTitle } from "#messages/compare.ts";
import { entryStatuses } from "#messages/entry-status.ts";
import { entryStatus } from "#studio/domain/life/entry-status.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import type { Pair } from "#studio/domain/life/pairs.ts";
import { compareHref } from "#studio/domain/paths.ts";
import { costsOf } from "#studio/domain/usage/costs.ts";
import { formatMoment } from "#studio/format/dates.ts";
import { excerpt } from "#studio/format/excerpt.ts";
import { formatAmounts } from "#studio/format/money.ts";

const PROMPT_CHARACTERS = 120;

interface PairListProps {
  pairs: readonly Pair[];
  /** Ids of the generations on the stage. */
  shownIds: readonly string[];
}

/** All pairs to choose from, newest first. */
export function PairList({ pairs, shownIds }: PairListProps) {
  return (
    <nav aria-label={pairsTitle}>
      <h2 className="mb-1 text-13 font-medium">{pairsTitle}</h2>
      <ul>
        {pairs.map(({ std, pro }) => (
          <li
            key={std.id}
            className="border-t border-line [content-visibility:auto] [contain-intrinsic-size:auto_2.75rem]"
          >
            <Link
              href={compareHref(std.id, pro.id)}
              aria-current={
                [std, pro].every(({ id }) => shownIds.includes(id)) ? "true" : undefined
              }
              className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-0.5 py-2 text-14 -outline-offset-2 hover:bg-hover aria-[current]:font-medium"
            >
              <span dir="auto" className="min-w-0 flex-1 basis-60 wrap-anywhere">
                {excerpt(std.request.prompt, PROMPT_CHARACTERS)}
              </span>
              <span className="flex gap-3 text-13 tabular-nums">
                <span className="text-std">{costOrStatus(std)}</span>
                <span className="text-pro">{costOrStatus(pro)}</span>
                <time dateTime={std.preparedAt} className="text-muted">
                  {formatMoment(std.preparedAt)}
                </time>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The cost of a finished generation, or its status. */
function costOrStatus(entry: LibraryEntry): string {
  const cost = formatAmounts(costsOf(entry));
  return cost ?? entryStatuses[entryStatus(entry)];
}
