import type { ReactNode } from "react";
import { classes } from "#studio/ui/classes.ts";

/** The texts of a field. */
export interface FieldTexts {
  label: string;
  /** Shown under the field as its description. */
  hint?: ReactNode;
  /** The error; replaces the hint. */
  error?: string | undefined;
  /** Shown at the end of the label's line as part of the description, such as a count. */
  aside?: ReactNode;
  /** Buttons after it. */
  tools?: ReactNode;
}

/** Ids of a field's parts, derived from the field's `id`. */
function fieldIds(id: string) {
  return { hint: `${id}-hint`, error: `${id}-error`, aside: `${id}-aside` };
}

/** `aria-describedby` of a field: the ids of its parts, or undefined. */
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

/** The label, the control and the texts around it. */
export function FieldFrame({
  id,
  label,
  hint,
  error,
  aside,
  tools,
  children,
}: FieldTexts & { id: string; children: ReactNode }) {
  const ids = fieldIds(id);
  return (
    <div className="grid gap-1.5">
      <div className="flex min-h-5 items-center gap-2">
        <label htmlFor={id} className="mr-auto text-13 font-medium">
          {label}
        </label>
        {aside !== undefined && (
          <span id={ids.aside} className="text-12 text-muted tabular-nums">
            {aside}
          </span>
        )}
        {tools}
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

/** The style of a text box. */
export const FIELD_CLASSES =
  "w-full rounded-6 bg-raised px-3 py-2 text-14 text-ink inset-ring inset-ring-line-strong placeholder:text-muted " +
  "pointer-coarse:text-16 aria-invalid:inset-ring-danger disabled:cursor-not-allowed disabled:text-muted";
