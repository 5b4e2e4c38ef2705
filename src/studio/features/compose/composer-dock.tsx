import { type RefObject, useRef } from "react";
import { useWatch } from "react-hook-form";
import * as messages from "#messages/compose.ts";
import { excerpt } from "#studio/format/excerpt.ts";
import { classes } from "#studio/ui/classes.ts";
import type { ComposeFormHandle } from "./form.ts";
import { GenerateButton } from "./generate-button.tsx";
import { useComposerSheet } from "./use-composer-sheet.ts";
import type { Sending } from "./use-submit.ts";

interface ComposerDockProps {
  form: ComposeFormHandle;
  /** Id of the form that the button submits. */
  formId: string;
  sending: Sending;
  /** The element around the form. It is a modal sheet while `isOpen`. */
  sheet: RefObject<HTMLElement | null>;
  isOpen: boolean;
  onOpen: () => void;
  onClose: () => void;
}

/** The form in one line above the tabs of a phone: the prompt, which opens it, and the button that sends. */
export function ComposerDock(props: ComposerDockProps) {
  const { form, formId, sending, sheet, isOpen, onOpen, onClose } = props;
  const opener = useRef<HTMLButtonElement>(null);
  useComposerSheet({ sheet, opener, isOpen, onClose });
  const prompt = useWatch({ control: form.control, name: "prompt" });
  return (
    <div
      className={classes(
        "fixed inset-x-0 bottom-(--tab-bar) z-10 flex gap-2 border-t border-line bg-paper p-2",
        isOpen && "invisible",
      )}
    >
      <button
        ref={opener}
        type="button"
        aria-haspopup="dialog"
        onClick={onOpen}
        className="h-11 min-w-0 flex-1 truncate rounded-6 bg-raised px-3 text-left text-14 inset-ring inset-ring-line-strong"
      >
        {prompt.trim() === "" ? (
          <span className="text-muted">{messages.openComposer}</span>
        ) : (
          <>
            <span className="sr-only">{messages.editing} </span>
            <span dir="auto">{excerpt(prompt)}</span>
          </>
        )}
      </button>
      <GenerateButton form={form} formId={formId} isSending={sending === "one"} className="h-11" />
    </div>
  );
}
