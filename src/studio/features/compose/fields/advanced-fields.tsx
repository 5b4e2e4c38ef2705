import type { Ref } from "react";
import { useFormState } from "react-hook-form";
import * as common from "#messages/common.ts";
import * as messages from "#messages/compose.ts";
import type { ComposeFormHandle } from "#studio/features/compose/form.ts";
import { UnsendableNote } from "#studio/features/compose/unsendable-note.tsx";
import { Disclosure } from "#studio/ui/disclosure.tsx";
import { TextField } from "#studio/ui/forms/text-field.tsx";
import { issueText } from "./issue-text.ts";

interface AdvancedFieldsProps {
  form: ComposeFormHandle;
  /** Lets the form open the section before it focuses an invalid field inside. */
  ref: Ref<HTMLDetailsElement>;
}

/** Optional settings: the callback URL and a custom task id. */
export function AdvancedFields({ form, ref }: AdvancedFieldsProps) {
  const { errors } = useFormState({
    control: form.control,
    name: ["callback_url", "external_task_id"],
  });
  return (
    <Disclosure ref={ref} summary={messages.advanced}>
      <div className="grid gap-4">
        <TextField
          {...form.register("callback_url")}
          label={common.callbackUrl}
          hint={messages.callbackUrlHint}
          error={issueText(errors.callback_url?.message)}
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
        />
        <UnsendableNote form={form} name="callback_url" />
        <TextField
          {...form.register("external_task_id")}
          label={messages.taskId}
          hint={messages.taskIdHint}
          error={issueText(errors.external_task_id?.message)}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
        />
        <UnsendableNote form={form} name="external_task_id" />
      </div>
    </Disclosure>
  );
}
