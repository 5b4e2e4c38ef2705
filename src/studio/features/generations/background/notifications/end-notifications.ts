/** System notifications about generations that finish while the creator is elsewhere. Runs in the leading tab. */

import { messageTitles } from "#messages/notifications.ts";
import { excerpt } from "#studio/format/excerpt.ts";
import type { GenerationDeps } from "../generation-deps.ts";
import { createEndTracker } from "./end-tracker.ts";

/** Content of a system notification. */
export interface EndMessage {
  /** The entry's id. A notification replaces an earlier one about the same entry, from any tab. */
  id: string;
  title: string;
  body: string;
}

interface EndMessagesDeps extends Pick<GenerationDeps, "library" | "isHidden"> {
  show: (message: EndMessage) => void;
}

/**
 * Starts the notifications. A visible tab takes the leadership from a hidden one, so a hidden leader means that no tab
 * is visible. Returns a disposer.
 */
export function startEndMessages({ library, isHidden, show }: EndMessagesDeps): () => void {
  const newEnds = createEndTracker();
  const tell = () => {
    for (const { entry, outcome } of newEnds(library.getState().entries)) {
      // The creator knows about a generation they cancelled.
      if (!isHidden() || outcome === "withdrawn") continue;
      show({
        id: entry.id,
        title: messageTitles[outcome],
        body: excerpt(entry.request.prompt),
      });
    }
  };
  tell();
  return library.subscribe(tell);
}
