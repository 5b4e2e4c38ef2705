/** Lets other screens put a request into the compose form, whether or not it is mounted. */
import type { KirinRequest } from "#kirin/request.ts";
import { type RequestDraft, toDraft } from "#studio/domain/submit/request-draft.ts";

type Filler = (draft: RequestDraft) => void;

let filler: Filler | null = null;
let waiting: RequestDraft | null = null;

/** Puts a request into the form. The message about it can restore the previous draft. */
export function fillForm(request: KirinRequest): void {
  const draft = toDraft(request);
  if (filler === null) waiting = draft;
  else filler(draft);
}

/** Called by the form: receives the pending request, and later ones until disposed. */
export function listenToFills(fill: Filler): () => void {
  filler = fill;
  if (waiting !== null) {
    const draft = waiting;
    waiting = null;
    fill(draft);
  }
  return () => {
    if (filler === fill) filler = null;
  };
}
