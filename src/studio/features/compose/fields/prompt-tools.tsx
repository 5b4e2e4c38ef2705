import { ArrowLeft, ArrowRight, Eraser } from "lucide-react";
import { memo, useMemo, useState } from "react";
import { useWatch } from "react-hook-form";
import * as messages from "#messages/compose.ts";
import {
  AT_OWN_TEXT,
  type HistoryPlace,
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
  const prompts = useMemo(() => promptsOf(entries.map(({ request }) => request)), [entries]);
  const at = { text: prompt, place };
  return (
    <ToolButtons
      form={form}
      prompts={prompts}
      place={place}
      onMove={setPlace}
      hasEarlier={stepThroughPrompts(prompts, at, "back") !== null}
      hasLater={stepThroughPrompts(prompts, at, "forward") !== null}
      isEmpty={prompt === "" && negativePrompt === ""}
    />
  );
}

interface ToolButtonsProps {
  form: ComposeFormHandle;
  /** Earlier prompts, newest first. */
  prompts: readonly string[];
  place: HistoryPlace;
  onMove: (place: HistoryPlace) => void;
  hasEarlier: boolean;
  hasLater: boolean;
  isEmpty: boolean;
}

/** Typing changes nothing here, so it doesn't render the buttons. */
const ToolButtons = memo(function ToolButtons(props: ToolButtonsProps) {
  const { form, prompts, place, onMove, hasEarlier, hasLater, isEmpty } = props;

  function write(name: "prompt" | "negative_prompt", text: string, anchor: HTMLButtonElement) {
    const field = anchor.form?.elements.namedItem(name);
    if (field instanceof HTMLTextAreaElement) replaceText(field, text);
    if (form.getValues(name) !== text) form.setValue(name, text, { shouldDirty: true });
  }

  function go(step: "back" | "forward", anchor: HTMLButtonElement) {
    const to = stepThroughPrompts(prompts, { text: form.getValues("prompt"), place }, step);
    if (to === null) return;
    write("prompt", to.text, anchor);
    onMove(to.place);
    anchor.focus();
  }

  return (
    <div className="-my-1 flex items-center">
      <IconButton
        label={messages.earlierPrompt}
        icon={<ArrowLeft size={16} />}
        aria-disabled={!hasEarlier}
        className="text-muted hover:text-ink"
        onClick={({ currentTarget }) => go("back", currentTarget)}
      />
      <IconButton
        label={messages.laterPrompt}
        icon={<ArrowRight size={16} />}
        aria-disabled={!hasLater}
        className="text-muted hover:text-ink"
        onClick={({ currentTarget }) => go("forward", currentTarget)}
      />
      <IconButton
        label={messages.clear}
        icon={<Eraser size={16} />}
        aria-disabled={isEmpty}
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
});
