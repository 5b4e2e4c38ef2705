/** One row per charge. The charges of one press stay together under their prompt. */
import { useState } from "react";
import { Link } from "wouter";
import { resolveRequest } from "#kirin/request.ts";
import * as common from "#messages/common.ts";
import * as messages from "#messages/usage.ts";
import { generationHref } from "#studio/domain/paths.ts";
import { groupByPress, type PressCharges } from "#studio/domain/usage/spending-periods.ts";
import type { Charge, UsageSummary } from "#studio/domain/usage/usage.ts";
import { formatMoment } from "#studio/format/dates.ts";
import { excerpt } from "#studio/format/excerpt.ts";
import { formatAmounts } from "#studio/format/money.ts";
import { Badge } from "#studio/ui/badge.tsx";
import { Button } from "#studio/ui/buttons/button.tsx";

/** Presses shown at first, and added by each press of the button. */
const STEP = 100;

/**
 * Every charge with its date, prompt, mode, length and cost, newest first, and the total. On a narrow screen the other
 * facts go under the prompt.
 */
export function ChargesTable({ usage }: { usage: UsageSummary }) {
  const [limit, setLimit] = useState(STEP);
  const presses = groupByPress(usage.charges);
  const hidden = presses.slice(limit).reduce((count, { charges }) => count + charges.length, 0);
  return (
    <div className="grid justify-items-start gap-3">
      <table className="w-full table-fixed border-collapse text-13">
        <caption className="pb-2 text-left text-16 font-semibold">{messages.charges}</caption>
        <thead>
          <tr className="text-left text-muted [&>th]:pb-1 [&>th]:font-normal">
            <th scope="col" className="w-44 max-sm:hidden">
              {messages.date}
            </th>
            <th scope="col">{common.prompt}</th>
            <th scope="col" className="w-24 max-sm:hidden">
              {common.mode}
            </th>
            <th scope="col" className="w-16 max-sm:hidden">
              {common.duration}
            </th>
            <th scope="col" className="w-20 text-right sm:w-24">
              {common.cost}
            </th>
          </tr>
        </thead>
        {presses.slice(0, limit).map((press) => (
          <PressRows key={press.id} press={press} />
        ))}
        <tfoot>
          <tr className="border-t border-line-strong font-medium [&>*]:py-2">
            <th scope="row" colSpan={4} className="pr-3 text-left font-medium max-sm:hidden">
              {messages.total}
            </th>
            <th scope="row" className="pr-3 text-left font-medium sm:hidden">
              {messages.total}
            </th>
            <td className="text-right tabular-nums wrap-anywhere">{formatAmounts(usage.sums)}</td>
          </tr>
        </tfoot>
      </table>
      {hidden > 0 && (
        <Button onClick={() => setLimit(limit + STEP)}>{messages.showMore(hidden)}</Button>
      )}
    </div>
  );
}

/** A single charge, or a row for the press with its sum and one for each of its charges. */
function PressRows({ press: { charges, sums } }: { press: PressCharges }) {
  const [first] = charges;
  if (first === undefined) return null;
  if (charges.length === 1) {
    return (
      <tbody>
        <ChargeRow charge={first} />
      </tbody>
    );
  }
  const { prompt } = resolveRequest(first.entry.request);
  return (
    <tbody>
      <tr className="border-t border-line [&>*]:py-2 [&>*]:pr-3 [&>*]:align-top">
        <td className="text-muted tabular-nums max-sm:hidden">{dateOf(first)}</td>
        <th scope="rowgroup" colSpan={3} className="text-left font-normal max-sm:hidden">
          <PressName prompt={prompt} count={charges.length} />
        </th>
        <th scope="rowgroup" className="text-left font-normal sm:hidden">
          <PressName prompt={prompt} count={charges.length} />
        </th>
        <td className="pr-0! text-right font-medium tabular-nums wrap-anywhere">
          {formatAmounts(sums) ?? <NotReported />}
        </td>
      </tr>
      {charges.map((charge) => (
        <ChargeRow key={charge.entry.id} charge={charge} isInPress />
      ))}
    </tbody>
  );
}

function PressName({ prompt, count }: { prompt: string; count: number }) {
  return (
    <>
      <span dir="auto" className="block truncate">
        {excerpt(prompt, 120) || messages.deletedClip}
      </span>
      <span className="block text-12 text-muted">{messages.pressOf(count)}</span>
    </>
  );
}

function ChargeRow({ charge, isInPress = false }: { charge: Charge; isInPress?: boolean }) {
  const { entry, costs } = charge;
  const { prompt, mode, durationSeconds } = resolveRequest(entry.request);
  const date = dateOf(charge);
  return (
    <tr
      className={`${isInPress ? "[&>td]:pb-1.5 text-muted" : "border-t border-line [&>td]:py-2"} [&>td]:pr-3 [&>td]:align-top`}
    >
      <td className="text-muted tabular-nums max-sm:hidden">{!isInPress && date}</td>
      <td className={isInPress ? "pl-4" : "truncate"}>
        <Link dir="auto" href={generationHref(entry.id)} className="hover:underline">
          {isInPress
            ? messages.clipOf(common.modes[mode], common.seconds(durationSeconds))
            : excerpt(prompt, 120) || messages.deletedClip}
        </Link>
        {entry.generation?.status !== "completed" && (
          <span className="block text-12 whitespace-normal text-warning">{messages.noClip}</span>
        )}
        {!isInPress && (
          <span className="block text-12 whitespace-normal text-muted tabular-nums sm:hidden">
            {common.formatList([common.modes[mode], common.seconds(durationSeconds), date])}
          </span>
        )}
      </td>
      <td className="max-sm:hidden">
        <Badge tone={mode}>{common.modes[mode]}</Badge>
      </td>
      <td className="text-muted tabular-nums max-sm:hidden">{common.seconds(durationSeconds)}</td>
      <td className="pr-0! text-right tabular-nums wrap-anywhere">
        {formatAmounts(costs) ?? <NotReported />}
      </td>
    </tr>
  );
}

function NotReported() {
  return <span className="text-muted">{common.notReported}</span>;
}

function dateOf({ entry }: Charge): string {
  return formatMoment(entry.endedAt ?? entry.preparedAt);
}
