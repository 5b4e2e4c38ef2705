import type { ReactNode } from "react";
import { classes } from "./classes.ts";

/** What every field may say beside its name. */
export interface FieldTexts {
  label: string;
  /** Stands under the field, and is its description. */
  hint?: ReactNode;
  /** What is wrong; takes the hint's place. */
  error?: string | undefined;
  /** Stands at the end of the label's line, and is part of the description: a count, for example. */
  aside?: ReactNode;
}

/** Ids of the parts of a field that has `id`. */
function fieldIds(id: string) {
  return { hint: `${id}-hint`, error: `${id}-error`, aside: `${id}-aside` };
}

/** `aria-describedby` of a field: the parts it has, or undefined. */
export function describedBy(id: string, { hint, error, aside }: FieldTexts): string | undefined {
  const ids = fieldIds(id);
  return (
    classes(
      error !== undefined && ids.error,
      error === undefined && hint !== undefined && ids.hint,
      aside !== undefined && ids.aside,
    ) || undefined
  );
}

/** Label, control, and the words around them. */
export function FieldFrame({
  id,
  label,
  hint,
  error,
  aside,
  children,
}: FieldTexts & { id: string; children: ReactNode }) {
  const ids = fieldIds(id);
  return (
    <div className="grid gap-1.5">
      <div className="flex items-baseline justify-between gap-3">
        <label htmlFor={id} className="text-13 font-medium">
          {label}
        </label>
        {aside !== undefined && (
          <span id={ids.aside} className="text-12 text-muted tabular-nums">
            {aside}
          </span>
        )}
      </div>
      {children}
      {error === undefined && hint !== undefined && (
        <p id={ids.hint} className="text-12 text-muted">
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p id={ids.error} className="text-12 font-medium text-danger">
          {error}
        </p>
      )}
    </div>
  );
}

/** How a box that takes text looks. */
export const FIELD_LOOK =
  "w-full rounded-6 bg-raised px-3 py-2 text-14 text-ink inset-ring inset-ring-line-strong placeholder:text-muted " +
  "pointer-coarse:text-16 aria-invalid:inset-ring-danger disabled:cursor-not-allowed disabled:text-muted";
