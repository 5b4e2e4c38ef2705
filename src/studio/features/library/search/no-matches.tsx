import * as messages from "#messages/library-filters.ts";
import { Button } from "#studio/ui/buttons/button.tsx";
import { EmptyState } from "#studio/ui/empty-state.tsx";
import { FILTER_VALUES, type LibraryAddress, withoutFilters } from "../library-address.ts";
import { activeFilters } from "./filter-entries.ts";

interface NoMatchesProps {
  address: LibraryAddress;
  onChange: (change: Partial<LibraryAddress>) => void;
}

/** Nothing was found: what was asked for, and a button for each way to see more. */
export function NoMatches({ address, onChange }: NoMatchesProps) {
  const ways = waysToWiden(address);
  const filterCount = ways.length - (address.q === "" ? 0 : 1);
  return (
    <EmptyState
      title={messages.noneTitle}
      detail={messages.noneDetail(address.q, filterCount)}
      action={
        <>
          {ways.length > 1 &&
            ways.map(({ label, change }) => (
              <Button key={label} onClick={() => onChange(change)}>
                {label}
              </Button>
            ))}
          <Button onClick={() => onChange(withoutFilters(address))}>{messages.showAll}</Button>
        </>
      }
    />
  );
}

/** Changes that may show more. */
function waysToWiden(
  address: LibraryAddress,
): { label: string; change: Partial<LibraryAddress> }[] {
  const { q, from, to } = address;
  const filters = activeFilters(address).map((name) => {
    const labels: Readonly<Record<string, string>> = messages.choices[name];
    const label = messages.without(messages.names[name], labels[address[name]] ?? "");
    return { label, change: { [name]: FILTER_VALUES[name][0] } };
  });
  return [
    ...(q === "" ? [] : [{ label: messages.clearSearch, change: { q: "" } }]),
    ...filters,
    ...(from === "" && to === ""
      ? []
      : [
          {
            label: messages.without(messages.date, messages.period(from, to)),
            change: { from: "", to: "" },
          },
        ]),
  ];
}
