/** Lets other rooms put a request into the compose form, whether it is on the screen or not. */
import type { KirinRequest } from "#kirin/request.ts";
import { type RequestDraft, toDraft } from "#studio/domain/request-draft.ts";

type Filler = (draft: RequestDraft) => void;

let filler: Filler | null = null;
let waiting: RequestDraft | null = null;

/** Puts a request into the form; what stood there can be had back from the message that says so. */
export function fillForm(request: KirinRequest): void {
  const draft = toDraft(request);
  if (filler === null) waiting = draft;
  else filler(draft);
}

/** The form's side: takes what waits for it, and everything that comes while it is on the screen. */
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
