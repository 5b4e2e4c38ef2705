import { standardSchemaResolver } from "@hookform/resolvers/standard-schema";
import { type RefObject, useEffect, useLayoutEffect, useState } from "react";
import { useForm } from "react-hook-form";
import type { KirinRequest } from "#kirin/request.ts";
import {
  draftToRequestSchema,
  EMPTY_DRAFT,
  isBlank,
  type RequestDraft,
  toRequest,
} from "#studio/domain/request-draft.ts";
import { showToast } from "#studio/ui/toast-store.ts";
import * as words from "#words/compose.ts";
import { createDraftSaver, loadDraft, saveDraft } from "./draft-storage.ts";
import { readEarlyInput } from "./early-input.ts";
import { listenToFills } from "./fill-form.ts";
import type { ComposeFormHandle } from "./form.ts";

const resolver = standardSchemaResolver(draftToRequestSchema);

/** The form with its draft: restored before the first paint, saved while it changes, and open to fills from elsewhere. `element` is the form on the page. */
export function useDraft(element: RefObject<HTMLFormElement | null>): ComposeFormHandle {
  const form = useForm<RequestDraft, unknown, KirinRequest>({
    defaultValues: EMPTY_DRAFT,
    resolver,
    mode: "onTouched",
  });
  const { reset, subscribe, getValues } = form;
  const [typedEarly] = useState(readEarlyInput);

  // A layout effect, so that nobody sees the empty form that hydration needs.
  useLayoutEffect(() => {
    const draft = { ...loadDraft(), ...typedEarly };
    reset(draft);
    saveDraft(draft);
  }, [reset, typedEarly]);

  useEffect(() => {
    const saver = createDraftSaver();
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
  }, [subscribe]);

  useEffect(
    () =>
      listenToFills((draft) => {
        const before = getValues();
        reset(draft);
        // Not by setFocus: after a reset the form knows its fields only once they have rendered.
        element.current?.querySelector("textarea")?.focus();
        const isLost =
          !isBlank(before) &&
          JSON.stringify(toRequest(before)) !== JSON.stringify(toRequest(draft));
        if (!isLost) return;
        showToast(words.draftReplaced, { label: words.undo, onAction: () => reset(before) });
      }),
    [element, getValues, reset],
  );

  return form;
}
