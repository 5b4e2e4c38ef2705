import { type ComponentProps, useId } from "react";
import { classes } from "#studio/ui/classes.ts";
import { describedBy, FIELD_CLASSES, FieldFrame, type FieldTexts } from "./field-frame.tsx";

type TextFieldProps = FieldTexts & Omit<ComponentProps<"input">, "id">;

/** A single-line text field. Spread react-hook-form's `register` into it. */
export function TextField({ label, hint, error, aside, className, ...rest }: TextFieldProps) {
  const id = useId();
  const texts = { label, hint, error, aside };
  return (
    <FieldFrame id={id} {...texts}>
      <input
        type="text"
        dir="auto"
        {...rest}
        id={id}
        aria-invalid={error !== undefined || undefined}
        aria-describedby={describedBy(id, texts)}
        className={classes(FIELD_CLASSES, "pointer-coarse:min-h-11", className)}
      />
    </FieldFrame>
  );
}
