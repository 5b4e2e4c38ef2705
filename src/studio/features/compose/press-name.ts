/**
 * The name of a draft's next press. The same draft pressed in two tabs is one press, since both know it by this name, which
 * lies in storage with the draft; a tab that has sent it takes another, so that its next press is another take on purpose.
 */
import type { RequestDraft } from "#studio/domain/request-draft.ts";
import { loadDraft, newPress, saveDraft } from "./draft-storage.ts";

export interface PressName {
  current(): string;
  /** The draft comes from storage, with its name. */
  take(name: string): void;
  /** A press of this draft under this name went through: the next one is another. */
  renew(used: string, draft: RequestDraft): void;
}

/** The name for one form; until its draft is loaded, one of its own. */
export function createPressName(): PressName {
  let name = newPress();
  return {
    current: () => name,
    take(loaded) {
      name = loaded;
    },
    renew(used, draft) {
      const stored = loadDraft();
      // Another tab may have sent the very same draft and gone on: then both go on under its name.
      const isAhead = stored.press !== used && isSame(stored.draft, draft);
      name = isAhead ? stored.press : newPress();
      saveDraft({ draft, press: name });
    },
  };
}

/** The task id is good for one generation, and emptied after it. */
function isSame(left: RequestDraft, right: RequestDraft): boolean {
  const withoutId = (draft: RequestDraft) => JSON.stringify({ ...draft, external_task_id: "" });
  return withoutId(left) === withoutId(right);
}
