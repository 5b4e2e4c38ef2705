/** System notifications about generations that finish while the creator is elsewhere. Runs in the leading tab. */

import { messageTitles } from "#messages/notifications.ts";
import { excerpt } from "#studio/format/excerpt.ts";
import type { GenerationDeps } from "../generation-deps.ts";
import { createEndTracker } from "./end-tracker.ts";

/** Content of a system notification. */
export interface EndNotification {
  /** The entry's id. A notification replaces an earlier one about the same entry, from any tab. */
  id: string;
  title: string;
  body: string;
}

interface EndNotificationsDeps extends Pick<GenerationDeps, "library" | "isHidden"> {
  show: (notification: EndNotification) => void;
}

/**
 * Starts the notifications. A visible tab takes the leadership from a hidden one, so a hidden leader means that no tab
 * is visible. Returns a disposer.
 */
export function startEndNotifications({
  library,
  isHidden,
  show,
}: EndNotificationsDeps): () => void {
  const newEnds = createEndTracker();
  const notify = () => {
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
  notify();
  return library.subscribe(notify);
}
