/**
 * The name of a draft's next press. The same draft pressed in two tabs is one press, since both know it by this name, which
 * lies in storage with the draft; a tab that has sent it takes another, so that its next press is another take on purpose.
 * A page that was loaded after the press went through has the newer name too, and its creator may not know of that press:
 * {@link PressName.sentElsewhere} tells.
 */
import type { KirinRequest } from "#kirin/request.ts";
import { noteSend, RECENT_SEND_MS, wasSentElsewhere } from "#studio/domain/recent-send.ts";
import type { RequestDraft } from "#studio/domain/request-draft.ts";
import { loadDraft, loadSendNote, newPress, saveDraft, saveSendNote } from "./draft-storage.ts";

/** How a request got sent without this page: by another tab, or before the page was loaded. */
export type SendOrigin = "tab" | "reload";

/** A recent send that this page did not make. */
export interface SentElsewhere {
  origin: SendOrigin;
  /** Name of its press. */
  press: string;
  /** When it stops being recent, in milliseconds since 1970. */
  untilMs: number;
}

export interface PressName {
  current(): string;
  /** The draft comes from storage, with its name. */
  take(name: string): void;
  /** A press of these requests under this name went through: the next press of the draft is another. */
  renew(used: string, draft: RequestDraft, requests: readonly KirinRequest[]): void;
  /** Whether one of these requests was sent a moment ago without this page; null when it was not. */
  sentElsewhere(requests: readonly KirinRequest[]): SentElsewhere | null;
}

/** Presses that went through in this page. They outlive the form, which goes away with its screen. */
const ownPresses = new Set<string>();
const loadedAtMs = Date.now();

/** The name for one form; until its draft is loaded, one of its own. */
export function createPressName(): PressName {
  let name = newPress();
  return {
    current: () => name,
    take(loaded) {
      name = loaded;
    },
    renew(used, draft, requests) {
      ownPresses.add(used);
      const stored = loadDraft();
      // Another tab may have sent the very same draft and gone on: then both go on under its name.
      const isAhead = stored.press !== used && isSame(stored.draft, draft);
      if (!isAhead) saveSendNote(noteSend(used, requests, Date.now()));
      name = isAhead ? stored.press : newPress();
      saveDraft({ draft, press: name });
    },
    sentElsewhere(requests) {
      const note = loadSendNote();
      const known = { knownPresses: ownPresses, nowMs: Date.now() };
      if (!wasSentElsewhere(note, requests, known)) return null;
      return {
        origin: note.atMs < loadedAtMs ? "reload" : "tab",
        press: note.press,
        untilMs: note.atMs + RECENT_SEND_MS,
      };
    },
  };
}

/** The task id is good for one generation, and emptied after it. */
function isSame(left: RequestDraft, right: RequestDraft): boolean {
  const withoutId = (draft: RequestDraft) => JSON.stringify({ ...draft, external_task_id: "" });
  return withoutId(left) === withoutId(right);
}
