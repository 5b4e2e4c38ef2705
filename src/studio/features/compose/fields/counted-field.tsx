import type { ReactNode } from "react";
import { useFormState, useWatch } from "react-hook-form";
import { countCharacters, PROMPT_MAX_CHARACTERS } from "#kirin/parameters.ts";
import * as messages from "#messages/compose.ts";
import type { ComposeFormHandle } from "#studio/features/compose/form.ts";
import { UnsendableNote, unsendableText } from "#studio/features/compose/unsendable-note.tsx";
import { classes } from "#studio/ui/classes.ts";
import { TextArea } from "#studio/ui/forms/text-area.tsx";
import { issueText } from "./issue-text.ts";

/** From this many characters below the limit the count is a warning. */
const NEAR_LIMIT_CHARACTERS = 250;

interface CountedFieldProps {
  form: ComposeFormHandle;
  name: "prompt" | "negative_prompt";
  label: string;
  placeholder: string;
  /** Buttons at the end of the label's line. */
  tools?: ReactNode;
  className: string;
}

/**
 * A prompt with a live character count. Text over the limit is kept, and the field says how much to cut. Typing renders
 * only this component.
 */
export function CountedField(props: CountedFieldProps) {
  const { form, name, label, placeholder, tools, className } = props;
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
        error={error}
        aside={
          <span className={classes("tabular-nums", toneOf(excess))}>
            {messages.count(characters, PROMPT_MAX_CHARACTERS)}
          </span>
        }
        tools={tools}
        placeholder={placeholder}
        className={className}
      />
      <UnsendableNote form={form} name={name} />
    </div>
  );
}

/** The colour of the count, by the number of characters over the limit. */
function toneOf(excess: number): string | false {
  if (excess > 0) return "font-medium text-danger";
  return excess > -NEAR_LIMIT_CHARACTERS && "font-medium text-warning";
}
