import { useFormState, useWatch } from "react-hook-form";
import { countCharacters, PROMPT_MAX_CHARACTERS } from "#kirin/parameters.ts";
import * as messages from "#messages/compose.ts";
import type { ComposeFormHandle } from "#studio/features/compose/form.ts";
import { UnsendableNote, unsendableText } from "#studio/features/compose/unsendable-note.tsx";
import { TextArea } from "#studio/ui/forms/text-area.tsx";
import { issueText } from "./issue-text.ts";

interface CountedFieldProps {
  form: ComposeFormHandle;
  name: "prompt" | "negative_prompt";
  label: string;
  placeholder: string;
  hint?: string;
  className: string;
}

/**
 * A prompt with a live character count. Text over the limit is kept, and the field says how much to cut. Typing renders
 * only this component.
 */
export function CountedField({
  form,
  name,
  label,
  placeholder,
  hint,
  className,
}: CountedFieldProps) {
  const text = useWatch({ control: form.control, name });
  const { errors, isSubmitted } = useFormState({ control: form.control, name, exact: true });
  const characters = countCharacters(text);
  const excess = characters - PROMPT_MAX_CHARACTERS;
  const issue = errors[name]?.message;
  // An empty prompt is not an error until the form was submitted.
  const isTooEarly = issue === "prompt-missing" && !isSubmitted;
  const wrong = isTooEarly ? undefined : issueText(issue);
  const error = excess > 0 ? messages.shortenBy(excess) : (unsendableText(text) ?? wrong);
  return (
    <div className="grid gap-1.5">
      <TextArea
        {...form.register(name)}
        label={label}
        hint={hint}
        error={error}
        aside={messages.count(characters, PROMPT_MAX_CHARACTERS)}
        placeholder={placeholder}
        className={className}
      />
      <UnsendableNote form={form} name={name} />
    </div>
  );
}
