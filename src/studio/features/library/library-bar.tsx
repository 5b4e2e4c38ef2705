import { LayoutGrid, List, SlidersHorizontal } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import * as keeping from "#messages/keeping.ts";
import * as messages from "#messages/library.ts";
import * as filterMessages from "#messages/library-filters.ts";
import { Button } from "#studio/ui/buttons/button.tsx";
import { classes } from "#studio/ui/classes.ts";
import { SegmentedControl } from "#studio/ui/forms/segmented-control.tsx";
import type { LibraryView } from "./layout/clip-layout.ts";
import {
  FILTER_VALUES,
  type FilterValue,
  type LibraryAddress,
  SORTS,
  withoutFilters,
} from "./library-address.ts";
import { activeFilters } from "./search/filter-entries.ts";
import { FilterPanel } from "./search/filter-panel.tsx";
import { SearchField } from "./search/search-field.tsx";

interface LibraryBarProps {
  address: LibraryAddress;
  onChange: (change: Partial<LibraryAddress>) => void;
  /** The search as it is being typed. */
  text: string;
  onType: (text: string) => void;
  /** "12 of 340" */
  count: string;
  /** Whether there is anything to search. */
  hasEntries: boolean;
  /** Further buttons. */
  tools: ReactNode;
}

const VIEWS: readonly { value: LibraryView; icon: ReactNode }[] = [
  { value: "grid", icon: <LayoutGrid size={16} /> },
  { value: "list", icon: <List size={16} /> },
];
const STATUSES: readonly FilterValue<"status">[] = FILTER_VALUES.status;

/** Title, search, filters, order and view. It stays at the top while the clips scroll. */
export function LibraryBar(props: LibraryBarProps) {
  const { address, onChange, text, onType, count, hasEntries, tools } = props;
  const [isOpen, setIsOpen] = useState(false);
  const panelId = useId();
  const setCount = filterCount(address);
  return (
    <header className="z-10 -mx-4 bg-paper px-4 tall:sticky tall:top-0 sm:-mx-6 sm:px-6">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 py-3">
        <h1 className="text-20 font-semibold whitespace-nowrap max-sm:-order-1">
          <span>{address.shelf === "trash" ? keeping.trash : messages.title}</span>{" "}
          {hasEntries && <span className="font-normal text-muted tabular-nums">{count}</span>}
        </h1>
        {!hasEntries && <div className="ml-auto flex gap-2">{tools}</div>}
        {hasEntries && (
          <>
            <SearchField text={text} onType={onType} />
            <div className={classes("contents", !isOpen && "max-sm:hidden")}>
              <SegmentedControl
                legend={messages.filter}
                value={address.status}
                segments={STATUSES.map((value) => ({
                  value,
                  label: filterMessages.choices.status[value],
                }))}
                onChange={(status) => onChange({ status })}
              />
            </div>
            <div className="ml-auto flex items-center gap-2 max-sm:-order-1">
              {tools}
              <Button
                aria-expanded={isOpen}
                aria-controls={panelId}
                aria-pressed={isOpen || setCount > 0}
                onClick={() => setIsOpen(!isOpen)}
              >
                <SlidersHorizontal size={16} />
                <span>
                  {setCount === 0 ? filterMessages.filters : filterMessages.filtersSet(setCount)}
                </span>
              </Button>
            </div>
            <div className={classes("flex items-center gap-2", !isOpen && "max-sm:hidden")}>
              <SortChoice address={address} onChange={onChange} />
              <SegmentedControl
                legend={messages.view}
                value={address.view}
                segments={VIEWS.map(({ value, icon }) => ({
                  value,
                  icon,
                  label: messages.views[value],
                }))}
                onChange={(view) => onChange({ view })}
              />
            </div>
          </>
        )}
      </div>
      {isOpen && hasEntries && (
        <FilterPanel
          id={panelId}
          address={address}
          onChange={onChange}
          onClear={
            setCount === 0
              ? null
              : () => onChange({ ...withoutFilters(address), q: address.q, status: address.status })
          }
        />
      )}
    </header>
  );
}

function SortChoice({ address, onChange }: Pick<LibraryBarProps, "address" | "onChange">) {
  return (
    <select
      aria-label={filterMessages.sort}
      value={address.sort}
      onChange={({ target }) => {
        const sort = SORTS.find((value) => value === target.value);
        if (sort !== undefined) onChange({ sort });
      }}
      className="min-h-8 rounded-6 bg-paper px-2 text-13 inset-ring inset-ring-line-strong/40 hover:bg-hover pointer-coarse:min-h-11"
    >
      {SORTS.map((value) => (
        <option key={value} value={value}>
          {filterMessages.sorts[value]}
        </option>
      ))}
    </select>
  );
}

/** How many filters of the panel are set. The status is not in it. */
function filterCount(address: LibraryAddress): number {
  const filters = activeFilters(address).filter((name) => name !== "status");
  return filters.length + Number(address.from !== "") + Number(address.to !== "");
}
