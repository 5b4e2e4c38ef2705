import { type ReactNode, useId } from "react";

interface Segment<Value extends string> {
  value: Value;
  label: string;
  /** Shown instead of the label, which remains the accessible name. */
  icon?: ReactNode;
}

interface SegmentedControlProps<Value extends string> {
  legend: string;
  segments: readonly Segment<Value>[];
  value: Value;
  onChange: (value: Value) => void;
}

/** A few short options side by side, of which one is selected: native radio inputs. */
export function SegmentedControl<Value extends string>({
  legend,
  segments,
  value,
  onChange,
}: SegmentedControlProps<Value>) {
  const name = useId();
  return (
    <fieldset
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: ARIA in HTML allows radiogroup on a fieldset
      role="radiogroup"
      aria-label={legend}
      className="inline-flex rounded-6 bg-hover p-0.5"
    >
      {segments.map((segment) => (
        <label
          key={segment.value}
          title={segment.icon === undefined ? undefined : segment.label}
          className="focus-within-ring relative inline-grid min-h-7 min-w-7 cursor-pointer place-items-center rounded-6 px-2 text-13 text-muted hover:text-ink has-checked:bg-raised has-checked:text-ink has-checked:inset-ring-2 has-checked:inset-ring-ink pointer-coarse:min-h-11 pointer-coarse:min-w-11"
        >
          <input
            type="radio"
            name={name}
            value={segment.value}
            checked={segment.value === value}
            onChange={() => onChange(segment.value)}
            aria-label={segment.label}
            className="absolute inset-0 cursor-pointer appearance-none rounded-6 outline-none"
          />
          <span aria-hidden="true" className="pointer-events-none">
            {segment.icon ?? segment.label}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
