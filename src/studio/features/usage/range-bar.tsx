/** Chooses the days that the screen covers. */
import * as messages from "#messages/usage.ts";
import { type Day, isDay } from "#studio/domain/usage/days.ts";
import { RANGE_PRESETS } from "#studio/domain/usage/usage-range.ts";
import { SegmentedControl } from "#studio/ui/forms/segmented-control.tsx";
import { outsideComposition } from "#studio/ui/shortcuts/composition.ts";
import { isCustom, rangeOf, type UsageAddress } from "./usage-address.ts";

interface RangeBarProps {
  address: UsageAddress;
  today: Day;
  onChange: (change: Partial<UsageAddress>) => void;
}

const SEGMENTS = RANGE_PRESETS.map((value) => ({ value, label: messages.presets[value] }));

/** Presets, and two dates for any other range. Typing a date deselects the preset. */
export function RangeBar({ address, today, onChange }: RangeBarProps) {
  const { from, to } = rangeOf(address, today);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <SegmentedControl
        legend={messages.range}
        value={isCustom(address) ? "" : address.range}
        segments={SEGMENTS}
        onChange={(range) => range !== "" && onChange({ range, from: null, to: null })}
      />
      <div className="grid grid-cols-2 gap-4 sm:flex">
        <DateField
          label={messages.from}
          value={from}
          onChange={(day) => onChange({ from: day, to: isCustom(address) ? to : (to ?? today) })}
        />
        <DateField
          label={messages.to}
          value={to ?? (from === null ? null : today)}
          onChange={(day) => onChange({ from, to: day })}
        />
      </div>
    </div>
  );
}

interface DateFieldProps {
  label: string;
  value: Day | null;
  onChange: (day: Day | null) => void;
}

/** A native date field, which knows the order of the creator's locale. */
function DateField({ label, value, onChange }: DateFieldProps) {
  return (
    <label className="flex items-start gap-x-2 gap-y-1 text-13 text-muted max-sm:flex-col sm:items-center">
      <span>{label}</span>
      <input
        // Uncontrolled: a half-typed date has no value, and a controlled field would be emptied while typing.
        key={value}
        type="date"
        defaultValue={value ?? ""}
        onBlur={({ target }) => commit(target.value)}
        onKeyDown={outsideComposition(({ key, currentTarget }) => {
          if (key === "Enter") commit(currentTarget.value);
        })}
        className="min-h-8 rounded-6 bg-paper px-2 text-13 text-ink inset-ring inset-ring-line-strong tabular-nums pointer-coarse:min-h-11"
      />
    </label>
  );

  function commit(text: string) {
    const day = isDay(text) ? text : null;
    if (day !== value) onChange(day);
  }
}
