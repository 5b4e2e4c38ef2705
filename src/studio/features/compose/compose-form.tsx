import { X } from "lucide-react";
import { type KeyboardEvent, lazy, type ReactNode, Suspense, useId, useRef, useState } from "react";
import { createPortal } from "react-dom";
import * as common from "#messages/common.ts";
import * as messages from "#messages/compose.ts";
import { IconButton } from "#studio/ui/buttons/icon-button.tsx";
import { classes } from "#studio/ui/classes.ts";
import { outsideComposition } from "#studio/ui/shortcuts/composition.ts";
import { useMediaQuery } from "#studio/ui/use-media-query.ts";
import type { PendingDraft } from "./draft/pending-draft.ts";
import { useDraft } from "./draft/use-draft.ts";
import { AdvancedFields } from "./fields/advanced-fields.tsx";
import { ModeField } from "./fields/mode-field.tsx";
import { NegativePromptField } from "./fields/negative-prompt-field.tsx";
import { PromptField } from "./fields/prompt-field.tsx";
import { AspectRatioField, DurationField } from "./fields/ratio-and-duration-fields.tsx";
import { SoundField, WatermarkField } from "./fields/switch-fields.tsx";
import { SubmitBar } from "./submit-bar.tsx";
import { useSentElsewhere } from "./use-sent-elsewhere.ts";
import { type OnGenerate, useSubmit } from "./use-submit.ts";

/** Loaded only by phones. */
const ComposerDock = lazy(async () => ({
  default: (await import("./composer-dock.tsx")).ComposerDock,
}));

interface ComposeFormProps {
  onGenerate: OnGenerate;
  /** Drafts from other screens. */
  pendingDraft: PendingDraft;
  /** Where the line that opens the form is put on a phone: after the stage. Null until it is mounted. */
  dock?: HTMLElement | null;
}

/** Below this width the form is a sheet. The class names below repeat it as `max-md`. */
const PHONE = "(width < 48rem)";

/**
 * The compose form: a column, or on a phone one line that opens it as a sheet. It reads no form state itself, so that
 * typing renders only the edited field.
 */
export function ComposeForm({ onGenerate, pendingDraft, dock = null }: ComposeFormProps) {
  const titleId = useId();
  const formId = useId();
  const advanced = useRef<HTMLDetailsElement>(null);
  const element = useRef<HTMLFormElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const isPhone = useMediaQuery(PHONE);
  const [isOpen, setIsOpen] = useState(false);
  const isSheet = isPhone && isOpen;
  const reveal = () => setIsOpen(matchMedia(PHONE).matches);
  const close = () => setIsOpen(false);
  const draft = useDraft(element, { pendingDraft, onFill: reveal });
  const { form } = draft;
  const { submit, sending, trouble } = useSubmit(draft, {
    onGenerate,
    advanced,
    onRefused: reveal,
    onSent: close,
  });
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
    <>
      {/* Outside the sheet, because it is also the heading of a phone's page while the sheet is closed. */}
      <h1 id={titleId} tabIndex={-1} className="sr-only">
        {messages.title}
      </h1>
      <div
        ref={sheet}
        {...(isSheet && { role: "dialog", "aria-modal": true, "aria-labelledby": titleId })}
        className={classes(
          "min-h-0 md:h-full",
          isOpen
            ? "max-md:fixed max-md:inset-x-0 max-md:top-(--visible-top,0px) max-md:z-40 max-md:h-(--visible-height,100dvh) max-md:bg-paper"
            : "max-md:hidden",
        )}
      >
        <form
          ref={element}
          id={formId}
          noValidate
          // Outside a dialog this sends nothing, so a click before hydration doesn't put the prompt into the URL.
          method="dialog"
          aria-labelledby={titleId}
          onKeyDown={outsideComposition(handleKeyDown)}
          onSubmit={(event) => {
            event.preventDefault();
            press(false);
          }}
          className="flex h-full flex-col"
        >
          <div className="flex items-center justify-between border-line py-1 pr-2 pl-4 max-md:border-b md:contents">
            <span aria-hidden="true" className="text-16 font-semibold md:hidden">
              {messages.title}
            </span>
            {isSheet && (
              <IconButton
                label={common.close}
                icon={<X size={20} />}
                className="size-11"
                onClick={close}
              />
            )}
          </div>
          {/* The fields have a width of their own, so that a scrollbar is within the right gutter. */}
          <div className="grid min-h-0 flex-1 content-start gap-4 overflow-y-auto p-4 md:grid-cols-[calc(var(--compose,22.5rem)-2rem-1px)] md:pr-0">
            <div className="grid gap-1">
              <PromptField form={form} />
              <NegativePromptField form={form} />
            </div>
            <ModeField form={form} />
            <div className="grid grid-cols-[3fr_2fr] gap-3">
              <AspectRatioField form={form} />
              <DurationField form={form} />
            </div>
            <SoundField form={form} />
            <WatermarkField form={form} />
            <AdvancedFields form={form} ref={advanced} />
          </div>
          <div className="shrink-0 border-t border-line px-4 py-3 max-md:pb-[max(0.75rem,env(safe-area-inset-bottom))]">
            <SubmitBar
              form={form}
              sending={sending}
              trouble={trouble}
              sentElsewhere={sentElsewhere}
              onBoth={() => press(true)}
            />
          </div>
        </form>
      </div>
      {dock !== null && isPhone && (
        <Docked dock={dock}>
          <ComposerDock
            form={form}
            formId={formId}
            sending={sending}
            sheet={sheet}
            isOpen={isSheet}
            onOpen={reveal}
            onClose={close}
          />
        </Docked>
      )}
    </>
  );
}

/** Puts what loads on demand into the line above the tabs. */
function Docked({ dock, children }: { dock: HTMLElement; children: ReactNode }) {
  return createPortal(<Suspense fallback={null}>{children}</Suspense>, dock);
}

function isLineOfText(target: EventTarget | null): target is HTMLInputElement {
  return target instanceof HTMLInputElement && target.type === "text";
}

function isText(target: Element | null): target is HTMLInputElement | HTMLTextAreaElement {
  return target instanceof HTMLTextAreaElement || isLineOfText(target);
}
