/**
 * The name of a draft's next press. It is stored with the draft, so the same draft sent from two tabs has one name and
 * counts once. After sending, a tab takes a new name, so its next press is a deliberate new take. A page loaded after
 * the press has the new name too, and its creator may not know about that press. {@link PressName.sentElsewhere}
 * detects this.
 */
import type { KirinRequest } from "#kirin/request.ts";
import { RECENT_SEND_MS, recordSend, wasSentElsewhere } from "#studio/domain/submit/recent-send.ts";
import type { RequestDraft } from "#studio/domain/submit/request-draft.ts";
import {
  loadDraft,
  loadSendRecord,
  newPress,
  saveDraft,
  saveSendRecord,
} from "./draft/draft-storage.ts";

/** How a request was sent outside this page: by another tab, or before a reload. */
export type SendOrigin = "tab" | "reload";

/** A recent send from outside this page. */
export interface SentElsewhere {
  origin: SendOrigin;
  /** Name of the press. */
  press: string;
  /** When it stops being recent, in milliseconds since 1970. */
  untilMs: number;
}

export interface PressName {
  current(): string;
  /** Takes the name that was stored with the draft. */
  take(name: string): void;
  /** Records that the requests were sent under this name, so that the next press gets a new one. */
  renew(used: string, draft: RequestDraft, requests: readonly KirinRequest[]): void;
  /** The recent send of one of these requests outside this page, or null. */
  sentElsewhere(requests: readonly KirinRequest[]): SentElsewhere | null;
}

/** Names of this page's presses. They outlive the form, which unmounts with its screen. */
const ownPresses = new Set<string>();
const loadedAtMs = Date.now();

/** Creates the name for one form. It is random until the draft is loaded. */
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
      // Another tab may have sent the same draft and taken a new name. Then both tabs continue under that name.
      const isAhead = stored.press !== used && isSame(stored.draft, draft);
      if (!isAhead) saveSendRecord(recordSend(used, requests, Date.now()));
      name = isAhead ? stored.press : newPress();
      saveDraft({ draft, press: name });
    },
    sentElsewhere(requests) {
      const record = loadSendRecord();
      const known = { knownPresses: ownPresses, nowMs: Date.now() };
      if (!wasSentElsewhere(record, requests, known)) return null;
      return {
        origin: record.atMs < loadedAtMs ? "reload" : "tab",
        press: record.press,
        untilMs: record.atMs + RECENT_SEND_MS,
      };
    },
  };
}

/** Ignores the task id, which is cleared after each generation. */
function isSame(left: RequestDraft, right: RequestDraft): boolean {
  const withoutId = (draft: RequestDraft) => JSON.stringify({ ...draft, external_task_id: "" });
  return withoutId(left) === withoutId(right);
}
