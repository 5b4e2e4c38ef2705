/** Saves the draft across reloads in localStorage. If that is blocked, the form starts empty. */
import * as z from "zod/mini";
import { type SendRecord, sendRecordSchema } from "#studio/domain/submit/recent-send.ts";
import {
  draftSchema,
  EMPTY_DRAFT,
  type RequestDraft,
} from "#studio/domain/submit/request-draft.ts";
import { preferences } from "#studio/preferences/preferences.ts";

/** Also read by the script in index.html, which fills in the fields before the first paint. */
const DRAFT_KEY = "kirin-studio.draft";
/** The record of the last press, read by pages that did not make it. */
export const SEND_RECORD_KEY = "kirin-studio.sent";
/** Name of a browser's first press. It is fixed, so that tabs that open at the same time share it. */
const FIRST_PRESS = "first";

/** A stored draft with the name of its next press. */
export interface SavedDraft {
  draft: RequestDraft;
  press: string;
}

const pressSchema = z.object({ press: z.catch(z.string(), FIRST_PRESS) });

/** An empty form, with the settings of the creator's preferences. */
function emptyDraft(): RequestDraft {
  return { ...EMPTY_DRAFT, ...preferences.getState().formDefaults };
}

/** The saved draft, parsed. An empty form if there is none or it can't be read. */
export function loadDraft(): SavedDraft {
  let text: string | null;
  try {
    text = localStorage.getItem(DRAFT_KEY);
  } catch {
    // Storage is blocked, so no other tab can have this draft.
    return { draft: emptyDraft(), press: newPress() };
  }
  try {
    const saved: unknown = JSON.parse(text ?? JSON.stringify(emptyDraft()));
    return { draft: z.parse(draftSchema, saved), ...z.parse(pressSchema, saved) };
  } catch {
    return { draft: emptyDraft(), press: FIRST_PRESS };
  }
}

/** Saves the draft. */
export function saveDraft({ draft, press }: SavedDraft): void {
  try {
    localStorage.setItem(DRAFT_KEY, JSON.stringify({ ...draft, press }));
  } catch {
    // Blocked or full: the draft lasts only as long as the page.
  }
}

/** The record of the last press in any tab. Null if there is none or it can't be read. */
export function loadSendRecord(): SendRecord | null {
  try {
    const text = localStorage.getItem(SEND_RECORD_KEY);
    // Read on every key, so the common case is cheap.
    if (text === null) return null;
    const parsed = z.safeParse(sendRecordSchema, JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Saves the record. Written before the draft gets its next name, so that a page with the new name finds the record. */
export function saveSendRecord(record: SendRecord): void {
  try {
    localStorage.setItem(SEND_RECORD_KEY, JSON.stringify(record));
  } catch {
    // Blocked or full: then no other page has the draft either.
  }
}

/** A unique name. */
export function newPress(): string {
  return crypto.getRandomValues(new Uint32Array(2)).join("-");
}

/** Saves drafts when the browser is idle, and the latest one at once when the page is closed. */
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
