/** Keeps the draft over reloads, in localStorage; where that is blocked, the form simply starts empty. */
import * as z from "zod/mini";
import { type SendNote, sendNoteSchema } from "#studio/domain/recent-send.ts";
import { draftSchema, EMPTY_DRAFT, type RequestDraft } from "#studio/domain/request-draft.ts";

/** Also read by the script in index.html that fills the fields in before the first paint. */
const DRAFT_KEY = "kirin-studio.draft";
/** The last press that went through, for pages that did not make it. */
export const SEND_NOTE_KEY = "kirin-studio.sent";
/** What a browser calls the first draft in it: tabs that open at the same moment must not each make up a name. */
const FIRST_PRESS = "first";

/** A draft as it lies in storage, under the name of its next press: whoever opens the one has the other. */
export interface KeptDraft {
  draft: RequestDraft;
  press: string;
}

const pressSchema = z.object({ press: z.catch(z.string(), FIRST_PRESS) });

/** The draft as it was left, parsed; an empty one when there is none or it cannot be read. */
export function loadDraft(): KeptDraft {
  let text: string | null;
  try {
    text = localStorage.getItem(DRAFT_KEY);
  } catch {
    // Blocked: no tab can know the draft of another.
    return { draft: EMPTY_DRAFT, press: newPress() };
  }
  try {
    const kept: unknown = JSON.parse(text ?? "{}");
    return { draft: z.parse(draftSchema, kept), ...z.parse(pressSchema, kept) };
  } catch {
    return { draft: EMPTY_DRAFT, press: FIRST_PRESS };
  }
}

/** Keeps the draft. */
export function saveDraft({ draft, press }: KeptDraft): void {
  try {
    localStorage.setItem(DRAFT_KEY, JSON.stringify({ ...draft, press }));
  } catch {
    // Blocked or full: the draft lives as long as the page.
  }
}

/** The last press that went through in any tab; null when there is none or it cannot be read. */
export function loadSendNote(): SendNote | null {
  try {
    const parsed = z.safeParse(
      sendNoteSchema,
      JSON.parse(localStorage.getItem(SEND_NOTE_KEY) ?? ""),
    );
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Keeps the note. Written before the draft gets its next name, so that a page with the new name finds the note. */
export function saveSendNote(note: SendNote): void {
  try {
    localStorage.setItem(SEND_NOTE_KEY, JSON.stringify(note));
  } catch {
    // Blocked or full: then no other page has the draft either.
  }
}

/** A name that no other press has. */
export function newPress(): string {
  return crypto.getRandomValues(new Uint32Array(2)).join("-");
}

/** Saves drafts when the browser has a moment, and the newest one at once when the page goes away. */
export function createDraftSaver(save: (draft: RequestDraft) => void): {
  save: (draft: RequestDraft) => void;
  flush: () => void;
} {
  let pending: RequestDraft | null = null;
  const flush = () => {
    if (pending !== null) save(pending);
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
