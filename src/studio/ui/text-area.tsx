import { type ComponentProps, useId } from "react";
import { classes } from "./classes.ts";
import { describedBy, FIELD_LOOK, FieldFrame, type FieldTexts } from "./field-frame.tsx";

type TextAreaProps = FieldTexts & Omit<ComponentProps<"textarea">, "id">;

/** Several lines of text; grows with what is typed where the browser can do that. */
export function TextArea({ label, hint, error, aside, className, ...rest }: TextAreaProps) {
  const id = useId();
  const texts = { label, hint, error, aside };
  return (
    <FieldFrame id={id} {...texts}>
      <textarea
        // By its first letter with a direction: people write in many scripts.
        dir="auto"
        {...rest}
        id={id}
        aria-invalid={error !== undefined || undefined}
        aria-describedby={describedBy(id, texts)}
        className={classes(FIELD_LOOK, "field-sizing-content resize-y leading-6", className)}
      />
    </FieldFrame>
  );
}
