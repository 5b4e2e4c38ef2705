import { useWatch } from "react-hook-form";
import { countUnsendable, removeUnsendable } from "#kirin/values/text.ts";
import * as messages from "#messages/compose.ts";
import { Button } from "#studio/ui/buttons/button.tsx";
import { replaceText } from "#studio/ui/forms/replace-text.ts";
import type { ComposeFormHandle } from "./form.ts";

/** Names of the text fields. */
type TextFieldName = "prompt" | "negative_prompt" | "callback_url" | "external_task_id";

/** Describes the characters of a text that can't be sent, or undefined. */
export function unsendableText(text: string): string | undefined {
  const count = countUnsendable(text);
  return count === 0 ? undefined : messages.unsendable(count);
}

interface UnsendableNoteProps {
  form: ComposeFormHandle;
  name: TextFieldName;
}

/**
 * A button that removes characters that can't be sent, because they can't be found by eye. Hidden if there are none.
 */
export function UnsendableNote({ form, name }: UnsendableNoteProps) {
  const count = useWatch({ control: form.control, name, compute: countUnsendable });
  if (count === 0) return null;
  return (
    <Button
      className="justify-self-start"
      onClick={({ currentTarget }) => {
        const cleaned = removeUnsendable(form.getValues(name));
        const field = currentTarget.form?.elements.namedItem(name);
        // Keeps the browser's own undo working. It also updates the form.
        if (field instanceof HTMLTextAreaElement) replaceText(field, cleaned);
        if (form.getValues(name) !== cleaned) form.setValue(name, cleaned, { shouldDirty: true });
        void form.trigger(name);
        form.setFocus(name);
      }}
    >
      {messages.removeUnsendable(count)}
    </Button>
  );
}
