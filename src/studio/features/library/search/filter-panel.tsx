import * as messages from "#messages/library-filters.ts";
import { Button } from "#studio/ui/buttons/button.tsx";
import { SelectField } from "#studio/ui/forms/select-field.tsx";
import { TextField } from "#studio/ui/forms/text-field.tsx";
import { FILTER_VALUES, type FilterName, type LibraryAddress } from "../library-address.ts";

interface FilterPanelProps {
  id: string;
  address: LibraryAddress;
  onChange: (change: Partial<LibraryAddress>) => void;
  /** Null if nothing is set. */
  onClear: (() => void) | null;
}

/** In the panel. The status has a control of its own. */
const NAMES = [
  "mode",
  "sound",
  "ratio",
  "duration",
  "favourite",
  "device",
  "pair",
  "cost",
  "rating",
  "verdict",
] as const satisfies readonly FilterName[];

/** All filters, each with its current value. */
export function FilterPanel({ id, address, onChange, onClear }: FilterPanelProps) {
  return (
    <section
      id={id}
      aria-label={messages.filters}
      className="mb-3 grid max-h-[50dvh] overflow-y-auto grid-cols-[repeat(auto-fill,minmax(min(100%,9.5rem),1fr))] items-end gap-3 rounded-10 bg-surface p-3"
    >
      {NAMES.map((name) => (
        <FilterField key={name} name={name} address={address} onChange={onChange} />
      ))}
      <TextField
        type="date"
        label={messages.from}
        value={address.from}
        max={address.to || undefined}
        onChange={({ target }) => onChange({ from: target.value })}
      />
      <TextField
        type="date"
        label={messages.to}
        value={address.to}
        min={address.from || undefined}
        onChange={({ target }) => onChange({ to: target.value })}
      />
      {onClear && <Button onClick={onClear}>{messages.clearFilters}</Button>}
    </section>
  );
}

interface FilterFieldProps<Name extends FilterName> {
  name: Name;
  address: LibraryAddress;
  onChange: (change: Partial<LibraryAddress>) => void;
}

function FilterField<Name extends FilterName>({ name, address, onChange }: FilterFieldProps<Name>) {
  const labels: Readonly<Record<string, string>> = messages.choices[name];
  return (
    <SelectField<string>
      label={messages.names[name]}
      value={address[name]}
      options={FILTER_VALUES[name].map((value) => ({ value, label: labels[value] ?? value }))}
      onChange={(value) => onChange({ [name]: value })}
    />
  );
}
