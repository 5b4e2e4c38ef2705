/** Drafts that other screens put into the compose form, whether or not it is mounted. */
import { createStore, type Store } from "#store/create-store.ts";
import type { RequestDraft } from "#studio/domain/submit/request-draft.ts";

/** The draft that the form has not taken yet. Null if there is none. */
export type PendingDraft = Store<RequestDraft | null>;

/** One per mounted app, shared by its form and the screens that fill it. */
export function createPendingDraft(): PendingDraft {
  return createStore<RequestDraft | null>(null);
}

/** Calls `fill` with the pending draft, if any, and with each later one. Returns a disposer. */
export function takePendingDrafts(
  pending: PendingDraft,
  fill: (draft: RequestDraft) => void,
): () => void {
  function take() {
    const draft = pending.getState();
    if (draft === null) return;
    pending.set(null);
    fill(draft);
  }
  take();
  return pending.subscribe(take);
}
