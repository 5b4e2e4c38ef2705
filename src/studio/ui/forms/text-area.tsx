import { type ComponentProps, useId } from "react";
import { classes } from "#studio/ui/classes.ts";
import { describedBy, FIELD_CLASSES, FieldFrame, type FieldTexts } from "./field-frame.tsx";

type TextAreaProps = FieldTexts & Omit<ComponentProps<"textarea">, "id">;

/** A multi-line text field that grows with its text if the browser supports it. */
export function TextArea({ label, hint, error, aside, tools, className, ...rest }: TextAreaProps) {
  const id = useId();
  const texts = { label, hint, error, aside, tools };
  return (
    <FieldFrame id={id} {...texts}>
      <textarea
        // The direction follows the first strong character, since prompts come in many scripts.
        dir="auto"
        {...rest}
        id={id}
        aria-invalid={error !== undefined || undefined}
        aria-describedby={describedBy(id, texts)}
        className={classes(FIELD_CLASSES, "field-sizing-content resize-y leading-6", className)}
      />
    </FieldFrame>
  );
}
