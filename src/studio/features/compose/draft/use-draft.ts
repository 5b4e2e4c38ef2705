import {
  type RefObject,
  useEffect,
  useEffectEvent,
  useInsertionEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { useForm } from "react-hook-form";
import type { KirinRequest } from "#kirin/request.ts";
import * as messages from "#messages/compose.ts";
import {
  EMPTY_DRAFT,
  isBlank,
  type RequestDraft,
  toRequest,
} from "#studio/domain/submit/request-draft.ts";
import { focusField } from "#studio/features/compose/fields/focus-field.ts";
import type { ComposeFormHandle } from "#studio/features/compose/form.ts";
import { createPressName, type PressName } from "#studio/features/compose/press-name.ts";
import { preferences } from "#studio/preferences/preferences.ts";
import { replaceText } from "#studio/ui/forms/replace-text.ts";
import { showToast } from "#studio/ui/overlays/toast-store.ts";
import { draftResolver } from "./draft-resolver.ts";
import { createDraftSaver, loadDraft, saveDraft } from "./draft-storage.ts";
import { readEarlyInput } from "./early-input.ts";
import { type FormFill, type PendingDraft, takePendingDrafts } from "./pending-draft.ts";

interface Draft {
  form: ComposeFormHandle;
  pressName: PressName;
}

interface DraftOptions {
  pendingDraft: PendingDraft;
  /** Called when another screen has filled the form. */
  onFill: () => void;
}

/**
 * The form with its draft: restored before the first paint, saved on changes, and filled from other screens. `element`
 * is the rendered form.
 */
export function useDraft(
  element: RefObject<HTMLFormElement | null>,
  { pendingDraft, onFill }: DraftOptions,
): Draft {
  const form = useForm<RequestDraft, unknown, KirinRequest>({
    defaultValues: EMPTY_DRAFT,
    resolver: draftResolver,
    mode: "onTouched",
  });
  const { reset, subscribe, getValues } = form;
  const typedEarly = useRef<Partial<RequestDraft>>({});
  const [pressName] = useState(createPressName);

  // Read after the last slice of hydration, and before the form registers its fields, which clears them.
  useInsertionEffect(() => {
    typedEarly.current = readEarlyInput();
  }, []);

  // A layout effect, so that the empty form needed for hydration is never painted.
  useLayoutEffect(() => {
    const saved = loadDraft();
    const draft = { ...saved.draft, ...typedEarly.current };
    // Assigned to the fields at once, so that a pending fill can replace the texts undoably. A first visit has no draft.
    if (JSON.stringify(draft) !== JSON.stringify(EMPTY_DRAFT))
      reset(draft, { keepFieldsRef: true });
    pressName.take(saved.press);
    saveDraft({ draft, press: saved.press });
  }, [reset, pressName]);

  useEffect(() => {
    const saver = createDraftSaver((draft) => saveDraft({ draft, press: pressName.current() }));
    const unsubscribe = subscribe({
      formState: { values: true },
      callback: ({ values }) => saver.save(values),
    });
    window.addEventListener("pagehide", saver.flush);
    return () => {
      unsubscribe();
      window.removeEventListener("pagehide", saver.flush);
      saver.flush();
    };
  }, [subscribe, pressName]);

  useFormDefaults(form);

  const [filled, setFilled] = useState<FormFill | null>(null);
  const handleFill = useEffectEvent(onFill);
  useEffect(() => {
    function fill(draft: RequestDraft) {
      // The prompt comes last, so that it keeps the focus and the first undo applies to it.
      for (const name of ["negative_prompt", "prompt"] as const) {
        const field = element.current?.elements.namedItem(name);
        if (field instanceof HTMLTextAreaElement) replaceText(field, draft[name]);
      }
      // `keepFieldsRef` keeps `reset` from assigning the same texts again, which would clear the undo history.
      reset(draft, { keepFieldsRef: true });
      element.current?.querySelector("textarea")?.focus();
    }
    return takePendingDrafts(pendingDraft, (filling) => {
      const before = getValues();
      const draft = { ...before, ...filling.draft };
      handleFill();
      fill(draft);
      setFilled(filling);
      const isLost =
        !isBlank(before) && JSON.stringify(toRequest(before)) !== JSON.stringify(toRequest(draft));
      if (!isLost) return;
      showToast(messages.draftReplaced, { label: messages.undo, onAction: () => fill(before) });
    });
  }, [element, pendingDraft, getValues, reset]);

  // After the render, because a field may have been hidden or disabled before.
  useEffect(() => {
    if (filled?.focus !== undefined) focusField(element.current, filled.focus);
  }, [element, filled]);

  return { form, pressName };
}

/** A form without a text has nothing to lose, so it follows the preferences. */
function useFormDefaults({ getValues, reset }: ComposeFormHandle): void {
  useEffect(() => {
    let before = preferences.getState().formDefaults;
    return preferences.subscribe(({ formDefaults }) => {
      if (JSON.stringify(formDefaults) === JSON.stringify(before)) return;
      before = formDefaults;
      if (isBlank(getValues())) reset({ ...getValues(), ...formDefaults }, { keepFieldsRef: true });
    });
  }, [getValues, reset]);
}
