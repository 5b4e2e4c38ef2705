import { Plus } from "lucide-react";
import { useLayoutEffect, useState } from "react";
import { flushSync } from "react-dom";
import { useWatch } from "react-hook-form";
import * as common from "#messages/common.ts";
import * as messages from "#messages/compose.ts";
import type { ComposeFormHandle } from "#studio/features/compose/form.ts";
import { CountedField } from "./counted-field.tsx";

/** The negative prompt behind a button while it is empty. The hidden field stays in the form, so that it can be filled. */
export function NegativePromptField({ form }: { form: ComposeFormHandle }) {
  const [isAsked, setIsAsked] = useState(false);
  const isEmpty = useWatch({
    control: form.control,
    name: "negative_prompt",
    compute: (text) => text === "",
  });
  const isOpen = isAsked || !isEmpty;
  // The script in index.html remembers a press before hydration.
  useLayoutEffect(() => {
    if (document.documentElement.dataset.pressed === "negative") setIsAsked(true);
    delete document.documentElement.dataset.pressed;
  }, []);
  return (
    <>
      {!isOpen && (
        <button
          type="button"
          data-early="negative"
          onClick={() => {
            flushSync(() => setIsAsked(true));
            form.setFocus("negative_prompt");
          }}
          className="-mx-1 inline-flex min-h-8 items-center gap-1 justify-self-start rounded-6 px-1 text-13 font-medium text-muted hover:text-ink pointer-coarse:min-h-11"
        >
          <Plus size={16} aria-hidden="true" />
          <span>{common.negativePrompt}</span>
        </button>
      )}
      <div hidden={!isOpen}>
        <CountedField
          form={form}
          name="negative_prompt"
          label={common.negativePrompt}
          placeholder={messages.negativePromptPlaceholder}
          className="max-h-40 min-h-10"
        />
      </div>
    </>
  );
}
