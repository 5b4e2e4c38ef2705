import type { LibraryEntry } from "#studio/domain/library-entry.ts";
import { formatUsd } from "#studio/domain/money.ts";
import * as words from "#words/compare.ts";
import { costDifference } from "./cost-difference.ts";
import { requestDifferences } from "./request-difference.ts";

interface CompareFindingsProps {
  left: LibraryEntry;
  right: LibraryEntry;
  names: { left: string; right: string };
}

/** The two in words: what the difference costs, and what was asked for differently. */
export function CompareFindings({ left, right, names }: CompareFindingsProps) {
  const differences = requestDifferences(left.request, right.request);
  const costs = costSentence(left, right, names);
  return (
    <div className="grid gap-3">
      {costs && <p className="text-16 font-medium tabular-nums">{costs}</p>}
      {differences.length === 0 && <p className="text-14 text-muted">{words.noDifference}</p>}
      {differences.length === 1 && differences[0]?.name === "mode" && (
        <p className="text-14 text-muted">{words.onlyMode}</p>
      )}
      {differences.some(({ name }) => name !== "mode") && (
        <table className="w-full max-w-3xl table-fixed text-left text-13">
          <caption className="pb-1 text-left text-muted">{words.differences}</caption>
          <thead className="text-muted">
            <tr className="*:pb-1 *:pr-4 *:font-medium">
              <th scope="col">{words.parameter}</th>
              <th scope="col">{names.left}</th>
              <th scope="col">{names.right}</th>
            </tr>
          </thead>
          <tbody className="align-top">
            {differences.map(({ name, left: leftValue, right: rightValue }) => (
              <tr key={name} className="border-t border-line *:py-1.5 *:pr-4 *:wrap-anywhere">
                <th scope="row" className="font-normal text-muted">
                  {name}
                </th>
                <Value text={leftValue} />
                <Value text={rightValue} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

function Value({ text }: { text: string | undefined }) {
  return text === undefined ? <td className="text-muted">{words.notSet}</td> : <td>{text}</td>;
}

function costSentence(
  left: LibraryEntry,
  right: LibraryEntry,
  names: { left: string; right: string },
): string | null {
  const [leftCost, rightCost] = [left.generation?.usage?.cost, right.generation?.usage?.cost];
  if (!leftCost || !rightCost) return null;
  const difference = costDifference(leftCost, rightCost);
  if (difference.kind === "same") return words.sameCost;
  const dearer = names[difference.dearer];
  const more = formatUsd(difference.more);
  if (difference.kind === "more") return words.costMore(dearer, more);
  const other = names[difference.dearer === "left" ? "right" : "left"];
  return words.timesAsMuch(dearer, difference.times, other, more);
}
