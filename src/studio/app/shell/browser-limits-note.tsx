import { X } from "lucide-react";
import { useState } from "react";
import { browserLimits } from "#messages/browser-limits.ts";
import { paragraph } from "#messages/common.ts";
import * as messages from "#messages/shell.ts";
import { findBrowserLimits } from "#studio/storage/browser-limits.ts";
import { IconButton } from "#studio/ui/buttons/icon-button.tsx";

/** Says what this browser doesn't let the studio do, until dismissed. Only for browsers that have such limits. */
export function BrowserLimitsNote() {
  const [isDismissed, setIsDismissed] = useState(false);
  if (isDismissed) return null;
  return (
    <div className="flex items-start justify-center gap-2 border-b border-line px-4 py-1.5">
      <p role="note" className="max-w-prose py-1 text-13 text-pretty text-muted">
        {paragraph(...findBrowserLimits().map((limit) => browserLimits[limit]))}
      </p>
      <IconButton
        label={messages.dismiss}
        icon={<X size={16} />}
        className="text-muted"
        onClick={() => setIsDismissed(true)}
      />
    </div>
  );
}
