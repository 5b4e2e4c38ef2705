import { ArrowLeft, ArrowRight, Eraser } from "lucide-react";
import { useState } from "react";
import { useWatch } from "react-hook-form";
import * as messages from "#messages/compose.ts";
import {
  AT_OWN_TEXT,
  promptsOf,
  stepThroughPrompts,
} from "#studio/features/compose/draft/prompt-history.ts";
import type { ComposeFormHandle } from "#studio/features/compose/form.ts";
import { useEntries } from "#studio/storage/library/use-library.ts";
import { IconButton } from "#studio/ui/buttons/icon-button.tsx";
import { replaceText } from "#studio/ui/forms/replace-text.ts";

/** Moves through earlier prompts, and clears the texts. The browser's own undo takes either back. */
export function PromptTools({ form }: { form: ComposeFormHandle }) {
  const entries = useEntries();
  const [place, setPlace] = useState(AT_OWN_TEXT);
  const [prompt, negativePrompt] = useWatch({
    control: form.control,
    name: ["prompt", "negative_prompt"],
  });
  const prompts = promptsOf(entries.map(({ request }) => request));
  const at = { text: prompt, place };
  const steps = {
    back: stepThroughPrompts(prompts, at, "back"),
    forward: stepThroughPrompts(prompts, at, "forward"),
  };

  function write(name: "prompt" | "negative_prompt", text: string, anchor: HTMLButtonElement) {
    const field = anchor.form?.elements.namedItem(name);
    if (field instanceof HTMLTextAreaElement) replaceText(field, text);
    if (form.getValues(name) !== text) form.setValue(name, text, { shouldDirty: true });
  }

  function go(step: "back" | "forward", anchor: HTMLButtonElement) {
    const to = steps[step];
    if (to === null) return;
    write("prompt", to.text, anchor);
    setPlace(to.place);
    anchor.focus();
  }

  return (
    <div className="-my-1 flex items-center">
      <IconButton
        label={messages.earlierPrompt}
        icon={<ArrowLeft size={16} />}
        aria-disabled={steps.back === null}
        className="text-muted hover:text-ink"
        onClick={({ currentTarget }) => go("back", currentTarget)}
      />
      <IconButton
        label={messages.laterPrompt}
        icon={<ArrowRight size={16} />}
        aria-disabled={steps.forward === null}
        className="text-muted hover:text-ink"
        onClick={({ currentTarget }) => go("forward", currentTarget)}
      />
      <IconButton
        label={messages.clear}
        icon={<Eraser size={16} />}
        aria-disabled={prompt === "" && negativePrompt === ""}
        className="text-muted hover:text-ink"
        onClick={({ currentTarget }) => {
          write("negative_prompt", "", currentTarget);
          // Last, so that it has the focus.
          write("prompt", "", currentTarget);
          form.setFocus("prompt");
        }}
      />
    </div>
  );
}
