/** One row per charge. */
import { Link } from "wouter";
import { resolveRequest } from "#kirin/request.ts";
import * as common from "#messages/common.ts";
import * as messages from "#messages/usage.ts";
import { generationHref } from "#studio/domain/paths.ts";
import type { Charge } from "#studio/domain/usage/usage.ts";
import { formatMoment } from "#studio/format/dates.ts";
import { excerpt } from "#studio/format/excerpt.ts";
import { formatAmounts } from "#studio/format/money.ts";
import { Badge } from "#studio/ui/badge.tsx";

/**
 * Every charge with its date, prompt, mode, length and cost. On a narrow screen the other facts go under the prompt.
 */
export function ChargesTable({ charges }: { charges: readonly Charge[] }) {
  return (
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
      <tbody>
        {charges.map((charge) => (
          <ChargeRow key={charge.entry.id} charge={charge} />
        ))}
      </tbody>
    </table>
  );
}

function ChargeRow({ charge: { entry, costs } }: { charge: Charge }) {
  const { prompt, mode, durationSeconds } = resolveRequest(entry.request);
  const date = formatMoment(entry.endedAt ?? entry.preparedAt);
  return (
    <tr className="border-t border-line [&>td]:py-2 [&>td]:pr-3 [&>td]:align-top">
      <td className="text-muted tabular-nums max-sm:hidden">{date}</td>
      <td className="truncate">
        <Link dir="auto" href={generationHref(entry.id)} className="hover:underline">
          {excerpt(prompt, 120)}
        </Link>
        <span className="block text-12 whitespace-normal text-muted tabular-nums sm:hidden">
          {common.formatList([common.modes[mode], common.seconds(durationSeconds), date])}
        </span>
      </td>
      <td className="max-sm:hidden">
        <Badge tone={mode}>{common.modes[mode]}</Badge>
      </td>
      <td className="text-muted tabular-nums max-sm:hidden">{common.seconds(durationSeconds)}</td>
      <td className="pr-0! text-right tabular-nums wrap-anywhere">
        {formatAmounts(costs) ?? <span className="text-muted">{common.notReported}</span>}
      </td>
    </tr>
  );
}
