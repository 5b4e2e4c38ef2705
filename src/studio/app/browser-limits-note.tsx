import { X } from "lucide-react";
import { useState, useSyncExternalStore } from "react";
import * as words from "#messages/shell.ts";
import { findBrowserLimits } from "#studio/storage/browser-limits.ts";
import { IconButton } from "#studio/ui/icon-button.tsx";

const neverChanges = () => () => {};
let text: string | undefined;

/** The sentences about this browser's limits, determined once per page. */
function limitsText(): string {
  text ??= findBrowserLimits()
    .map((limit) => words.browserLimits[limit])
    .join(" ");
  return text;
}

/** Says what this browser doesn't let the studio do, until dismissed. Hidden if there are no limits. */
export function BrowserLimitsNote() {
  const [isDismissed, setIsDismissed] = useState(false);
  // Empty during prerendering, where the browser is unknown.
  const sentences = useSyncExternalStore(neverChanges, limitsText, () => "");
  if (sentences === "" || isDismissed) return null;
  return (
    <div className="flex items-start justify-center gap-2 border-b border-line px-4 py-1.5">
      <p role="note" className="max-w-prose py-1 text-13 text-pretty text-muted">
        {sentences}
      </p>
      <IconButton
        label={words.dismiss}
        icon={<X size={16} />}
        className="text-muted"
        onClick={() => setIsDismissed(true)}
      />
    </div>
  );
}
