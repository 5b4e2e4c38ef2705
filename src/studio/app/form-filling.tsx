/** Lets any screen put a request into the compose form, which may be mounted later. */
import { createContext, type ReactNode, useContext, useState } from "react";
import type { KirinRequest } from "#kirin/request.ts";
import { toDraft } from "#studio/domain/submit/request-draft.ts";
import {
  createPendingDraft,
  type FormFill,
  type PendingDraft,
} from "#studio/features/compose/draft/pending-draft.ts";

const PendingDraftContext = createContext<PendingDraft | null>(null);

/** Connects the form inside with the screens inside. */
export function FormFillingProvider({ children }: { children: ReactNode }) {
  const [pending] = useState(createPendingDraft);
  return <PendingDraftContext value={pending}>{children}</PendingDraftContext>;
}

/** The draft that the form has not taken yet. */
export function usePendingDraft(): PendingDraft {
  const pending = useContext(PendingDraftContext);
  if (pending === null) throw new Error("usePendingDraft needs a FormFillingProvider.");
  return pending;
}

/** Returns a function that puts a request into the form. The form's message about it can restore the earlier draft. */
export function useFillForm(): (request: KirinRequest, focus?: FormFill["focus"]) => void {
  const pending = usePendingDraft();
  return (request, focus) => pending.set({ draft: toDraft(request), focus });
}

/** Returns a function that puts only a prompt into the form, which keeps its settings. */
export function useFillPrompt(): (prompt: string) => void {
  const pending = usePendingDraft();
  return (prompt) => pending.set({ draft: { prompt } });
}
