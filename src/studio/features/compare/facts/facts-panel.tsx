/** The facts of both clips: the difference in cost and time, the prompts, and a table of all facts. */
import { Link } from "wouter";
import { mapSides, type PerSide, SIDES } from "#comparison/sides.ts";
import * as common from "#messages/common.ts";
import * as messages from "#messages/compare-facts.ts";
import { generationHref } from "#studio/domain/paths.ts";
import { differenceSentence } from "./difference-sentence.ts";
import { compareRequests, type FactRow, type FactSubject, factGroups } from "./fact-rows.ts";
import { PromptDiff } from "./prompt-diff.tsx";

/** Shows what is known so far, because a side may still be loading. */
export function FactsPanel({ subjects }: { subjects: PerSide<FactSubject> }) {
  const names = mapSides(subjects, ({ name }) => name);
  const entries = mapSides(subjects, ({ entry }) => entry);
  const difference = differenceSentence(entries, names);
  const equality = compareRequests(entries);
  const prompts = mapSides(entries, (entry) => entry?.request.prompt ?? null);
  const negatives = mapSides(entries, (entry) => entry && (entry.request.negative_prompt ?? ""));
  const { differing, same, knownForOneSide } = factGroups(subjects);
  if (differing.length + same.length + knownForOneSide.length === 0) return null;
  return (
    <div className="grid gap-6">
      <div className="grid gap-6">
        <div className="empty:hidden">
          {difference && (
            <p className="text-16 font-medium text-balance tabular-nums">{difference.sentence}</p>
          )}
          {difference?.detail && (
            <p className="text-13 text-muted tabular-nums">{difference.detail}</p>
          )}
          {equality === "all-but-mode" && <p className="text-13 text-muted">{messages.onlyMode}</p>}
          {equality === "all" && <p className="text-13 text-muted">{messages.sameRequest}</p>}
        </div>
        {(prompts.left ?? prompts.right) !== null && (
          <PromptDiff
            title={common.prompt}
            sameText={messages.samePrompt}
            texts={prompts}
            names={names}
          />
        )}
        {(negatives.left || negatives.right) && (
          <PromptDiff
            title={common.negativePrompt}
            sameText={messages.sameNegativePrompt}
            texts={negatives}
            names={names}
          />
        )}
      </div>
      <table className="w-full table-fixed text-left text-13 tabular-nums">
        <caption className="sr-only">{messages.title}</caption>
        <thead className="text-muted">
          <tr className="*:pr-3 *:pb-1 *:align-bottom *:font-medium *:wrap-anywhere">
            <th scope="col" className="w-[29%]">
              <span className="sr-only">{messages.parameter}</span>
            </th>
            {SIDES.map((side) => (
              <th key={side} scope="col">
                <Name subject={subjects[side]} />
              </th>
            ))}
          </tr>
        </thead>
        <Group title={messages.differs} rows={differing} isStrong />
        <Group title={messages.same} rows={same} />
        <Group title={messages.knownForOneSide} rows={knownForOneSide} />
      </table>
    </div>
  );
}

/** Links to the clip's detail page, which has its ids, the request and the file. */
function Name({ subject: { name, entry } }: { subject: FactSubject }) {
  if (entry === null) return name;
  return (
    <Link
      href={generationHref(entry.id)}
      className="inline-flex min-h-6 items-center text-ink underline underline-offset-2 hover:text-muted pointer-coarse:min-h-11 pointer-coarse:min-w-11"
    >
      {name}
    </Link>
  );
}

interface GroupProps {
  title: string;
  rows: readonly FactRow[];
  isStrong?: boolean;
}

function Group({ title, rows, isStrong = false }: GroupProps) {
  if (rows.length === 0) return null;
  return (
    <tbody className="align-top">
      <tr>
        <th
          scope="rowgroup"
          colSpan={3}
          className="pt-3 pb-1 text-12 font-medium text-muted first:pt-1"
        >
          {title}
        </th>
      </tr>
      {rows.map((row) => (
        <tr key={row.label} className="border-t border-line *:py-1.5 *:pr-3 *:wrap-anywhere">
          <th scope="row" className="font-normal text-muted">
            {row.label}
          </th>
          {SIDES.map((side) => (
            <td key={side} dir="auto" className={isStrong ? "font-medium" : undefined}>
              {row[side] ?? <span className="font-normal text-muted">{messages.unknown}</span>}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}
