/** Drafts that other screens put into the compose form, whether or not it is mounted. */
import { createStore, type Store } from "#store/create-store.ts";
import type { RequestDraft } from "#studio/domain/submit/request-draft.ts";

/** The fields that the form has not taken yet; it keeps its others. Null if there are none. */
export type PendingDraft = Store<Partial<RequestDraft> | null>;

/** One per mounted app, shared by its form and the screens that fill it. */
export function createPendingDraft(): PendingDraft {
  return createStore<Partial<RequestDraft> | null>(null);
}

/** Calls `fill` with the pending draft, if any, and with each later one. Returns a disposer. */
export function takePendingDrafts(
  pending: PendingDraft,
  fill: (change: Partial<RequestDraft>) => void,
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
