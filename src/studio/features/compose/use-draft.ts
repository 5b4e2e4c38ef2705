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
    reset(draft);
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

  return { form, pressName };
}
