/** Drafts that other screens put into the compose form, whether or not it is mounted. */
import { createStore, type Store } from "#store/create-store.ts";
import type { RequestDraft } from "#studio/domain/submit/request-draft.ts";

/** What the form is filled with. */
export interface FormFill {
  /** The fields that change; the form keeps its others. */
  draft: Partial<RequestDraft>;
  /** The field that gets the focus; by default the prompt. */
  focus?: keyof RequestDraft | undefined;
}

/** What the form has not taken yet. Null if there is nothing. */
export type PendingDraft = Store<FormFill | null>;

/** One per mounted app, shared by its form and the screens that fill it. */
export function createPendingDraft(): PendingDraft {
  return createStore<FormFill | null>(null);
}

/** Calls `fill` with the pending draft, if any, and with each later one. Returns a disposer. */
export function takePendingDrafts(
  pending: PendingDraft,
  fill: (change: FormFill) => void,
): () => void {
  function take() {
    const change = pending.getState();
    if (change === null) return;
    pending.set(null);
    fill(change);
  }
  take();
  return pending.subscribe(take);
}
