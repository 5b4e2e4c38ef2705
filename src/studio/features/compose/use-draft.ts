import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { type RefObject, useEffect, useLayoutEffect, useState } from "react";
import { useForm } from "react-hook-form";
import type { KirinRequest } from "#kirin/request.ts";
import * as words from "#messages/compose.ts";
import {
  draftToRequestSchema,
  EMPTY_DRAFT,
  isBlank,
  type RequestDraft,
  toRequest,
} from "#studio/domain/request-draft.ts";
import { replaceText } from "#studio/ui/replace-text.ts";
import { showToast } from "#studio/ui/toast-store.ts";
import { createDraftSaver, loadDraft, saveDraft } from "./draft-storage.ts";
import { readEarlyInput } from "./early-input.ts";
import { listenToFills } from "./fill-form.ts";
import type { ComposeFormHandle } from "./form.ts";
import { createPressName, type PressName } from "./press-name.ts";

const resolver = standardSchemaResolver(draftToRequestSchema);

interface Draft {
  form: ComposeFormHandle;
  pressName: PressName;
}

/** The form with its draft: restored before the first paint, saved while it changes, and open to fills from elsewhere. `element` is the form on the page. */
export function useDraft(element: RefObject<HTMLFormElement | null>): Draft {
  const form = useForm<RequestDraft, unknown, KirinRequest>({
    defaultValues: EMPTY_DRAFT,
    resolver,
    mode: "onTouched",
  });
  const { reset, subscribe, getValues } = form;
  const [typedEarly] = useState(readEarlyInput);
  const [pressName] = useState(createPressName);

  // A layout effect, so that nobody sees the empty form that hydration needs.
  useLayoutEffect(() => {
    const kept = loadDraft();
    const draft = { ...kept.draft, ...typedEarly };
    // Into the fields at once: a request that waits for the form replaces what stands in them, undoably.
    reset(draft, { keepFieldsRef: true });
    pressName.take(kept.press);
    saveDraft({ draft, press: kept.press });
  }, [reset, typedEarly, pressName]);

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

  useEffect(() => {
    function fill(draft: RequestDraft) {
      // The prompt last: it keeps the focus, and the first undo is its own.
      for (const name of ["negative_prompt", "prompt"] as const) {
        const field = element.current?.elements.namedItem(name);
        if (field instanceof HTMLTextAreaElement) replaceText(field, draft[name]);
      }
      // Keeping the fields, so that the texts that stand in them already are not assigned: that would end their undo.
      reset(draft, { keepFieldsRef: true });
      element.current?.querySelector("textarea")?.focus();
    }
    return listenToFills((draft) => {
      const before = getValues();
      fill(draft);
      const isLost =
        !isBlank(before) && JSON.stringify(toRequest(before)) !== JSON.stringify(toRequest(draft));
      if (!isLost) return;
      showToast(words.draftReplaced, { label: words.undo, onAction: () => fill(before) });
    });
  }, [element, getValues, reset]);

  return { form, pressName };
}
