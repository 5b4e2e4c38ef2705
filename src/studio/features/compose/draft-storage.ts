/** Keeps the draft over reloads, in localStorage; where that is blocked, the form simply starts empty. */
import * as z from "zod/mini";
import { draftSchema, EMPTY_DRAFT, type RequestDraft } from "#studio/domain/request-draft.ts";

/** Also read by the script in index.html that fills the fields in before the first paint. */
const DRAFT_KEY = "kirin-studio.draft";

/** The draft as it was left, parsed; an empty one when there is none or it cannot be read. */
export function loadDraft(): RequestDraft {
  try {
    const parsed = z.safeParse(draftSchema, JSON.parse(localStorage.getItem(DRAFT_KEY) ?? "{}"));
    return parsed.success ? parsed.data : EMPTY_DRAFT;
  } catch {
    return EMPTY_DRAFT;
  }
}

/** Keeps the draft. */
export function saveDraft(draft: RequestDraft): void {
  try {
    localStorage.setItem(DRAFT_KEY, JSON.stringify(draft));
  } catch {
    // Blocked or full: the draft lives as long as the page.
  }
}

/** Saves drafts when the browser has a moment, and the newest one at once when the page goes away. */
export function createDraftSaver(): {
  save: (draft: RequestDraft) => void;
  flush: () => void;
} {
  let pending: RequestDraft | null = null;
  const flush = () => {
    if (pending !== null) saveDraft(pending);
    pending = null;
  };
  return {
    save(draft) {
      if (pending === null) whenIdle(flush);
      pending = draft;
    },
    flush,
  };
}

function whenIdle(task: () => void): void {
  // Safari has no requestIdleCallback.
  if (typeof requestIdleCallback === "function") requestIdleCallback(task, { timeout: 500 });
  else setTimeout(task, 200);
}
