interface ProgressProps {
  label: string;
  /** The reported progress, 0 to 1. Without a report there is no bar. */
  value: number;
}

/** A progress bar for reported progress only, never for an estimate. */
export function Progress({ label, value }: ProgressProps) {
  const percent = Math.round(Math.min(1, Math.max(0, value)) * 100);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className="h-1 overflow-hidden rounded-full bg-line forced-colors:bg-[GrayText]"
    >
      <div
        className="h-full rounded-full bg-ink forced-colors:bg-[Highlight] transition-[width] duration-300 motion-reduce:transition-none"
        style={{ width: `${percent}%` }}
      />
    </div>
  );
}
