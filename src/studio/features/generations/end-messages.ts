/** Messages of the system about ends that come while the creator is elsewhere. Part of the leading tab's duty. */

import { messageTitles } from "#messages/news.ts";
import { excerpt } from "#studio/domain/excerpt.ts";
import { createEndTracker } from "./end-tracker.ts";
import type { GenerationDeps } from "./generation-deps.ts";

/** What the system shows. */
export interface EndMessage {
  /** The entry's; a message takes the place of another about the same, whichever tab sent it. */
  id: string;
  title: string;
  body: string;
}

interface EndMessagesDeps extends Pick<GenerationDeps, "library" | "isHidden"> {
  show: (message: EndMessage) => void;
}

/**
 * Starts telling. A tab that is looked at leads in place of one that is not, so a hidden leader says that nobody looks at
 * any. Gives the way to end it.
 */
export function startEndMessages({ library, isHidden, show }: EndMessagesDeps): () => void {
  const newEnds = createEndTracker();
  const tell = () => {
    for (const { entry, outcome } of newEnds(library.getSnapshot().entries)) {
      // Who took it back knows.
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
