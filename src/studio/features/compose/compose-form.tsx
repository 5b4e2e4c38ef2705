import { type KeyboardEvent, useId, useRef } from "react";
import * as common from "#messages/common.ts";
import * as messages from "#messages/compose.ts";
import { outsideComposition } from "#studio/ui/shortcuts/composition.ts";
import type { PendingDraft } from "./draft/pending-draft.ts";
import { useDraft } from "./draft/use-draft.ts";
import { AdvancedFields } from "./fields/advanced-fields.tsx";
import { CountedField } from "./fields/counted-field.tsx";
import { ModeField } from "./fields/mode-field.tsx";
import { AspectRatioField, DurationField } from "./fields/ratio-and-duration-fields.tsx";
import { SoundField, WatermarkField } from "./fields/switch-fields.tsx";
import { SubmitBar } from "./submit-bar.tsx";
import { useSentElsewhere } from "./use-sent-elsewhere.ts";
import { type OnGenerate, useSubmit } from "./use-submit.ts";

interface ComposeFormProps {
  onGenerate: OnGenerate;
  /** Drafts from other screens. */
  pendingDraft: PendingDraft;
}

/** The compose form. It reads no form state itself, so that typing renders only the edited field. */
export function ComposeForm({ onGenerate, pendingDraft }: ComposeFormProps) {
  const titleId = useId();
  const advanced = useRef<HTMLDetailsElement>(null);
  const element = useRef<HTMLFormElement>(null);
  const draft = useDraft(element, pendingDraft);
  const { form } = draft;
  const { submit, sending, trouble } = useSubmit(draft, advanced, onGenerate);
  const sentElsewhere = useSentElsewhere(draft, sending);

  function handleKeyDown(event: KeyboardEvent<HTMLFormElement>) {
    if (event.key !== "Enter") return;
    const isShortcut = event.ctrlKey || event.metaKey;
    // Enter in a single-line field must not spend money, and a held key counts once.
    if (isShortcut || event.repeat || isLineOfText(event.target)) event.preventDefault();
    if (isShortcut && !event.repeat) void submit(false);
  }

  function press(pair: boolean) {
    // Some browsers keep the focus in the field when a button is clicked. Blurring ends an open composition.
    if (isText(document.activeElement)) document.activeElement.blur();
    void submit(pair);
  }

  return (
    <form
      ref={element}
      noValidate
      // Outside a dialog this sends nothing, so a click before hydration doesn't put the prompt into the URL.
      method="dialog"
      aria-labelledby={titleId}
      onKeyDown={outsideComposition(handleKeyDown)}
      onSubmit={(event) => {
        event.preventDefault();
        press(false);
      }}
      className="flex min-h-full flex-col lg:h-full"
    >
      <h1 id={titleId} tabIndex={-1} className="sr-only">
        {messages.title}
      </h1>
      <div className="grid flex-1 content-start gap-4 p-4 lg:overflow-y-auto lg:[scrollbar-gutter:stable]">
        <CountedField
          form={form}
          name="prompt"
          label={common.prompt}
          placeholder={messages.promptPlaceholder}
          className="max-h-80 min-h-36"
        />
        <CountedField
          form={form}
          name="negative_prompt"
          label={common.negativePrompt}
          placeholder={messages.negativePromptPlaceholder}
          hint={messages.negativePromptHint}
          className="max-h-40 min-h-10"
        />
        <ModeField form={form} />
        <SoundField form={form} />
        <AspectRatioField form={form} />
        <DurationField form={form} />
        <WatermarkField form={form} />
        <AdvancedFields form={form} ref={advanced} />
      </div>
      {/* Reserves the same scrollbar gutter as the fields above, so that the edges align. */}
      <div className="tall:sticky bottom-(--tab-bar) z-10 border-t border-line bg-paper px-4 py-3 lg:bottom-0 lg:overflow-hidden lg:[scrollbar-gutter:stable]">
        <SubmitBar
          form={form}
          sending={sending}
          trouble={trouble}
          sentElsewhere={sentElsewhere}
          onBoth={() => press(true)}
        />
      </div>
    </form>
  );
}

function isLineOfText(target: EventTarget | null): target is HTMLInputElement {
  return target instanceof HTMLInputElement && target.type === "text";
}

function isText(target: Element | null): target is HTMLInputElement | HTMLTextAreaElement {
  return target instanceof HTMLTextAreaElement || isLineOfText(target);
}
