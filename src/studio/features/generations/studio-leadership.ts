/** This tab among the tabs of this browser. */

import { browserLocks, openBroadcastChannel } from "#studio/storage/browser-limits.ts";
import { type Duty, takeUpDuty } from "./duty.ts";
import { startEndMessages } from "./end-messages.ts";
import { studioDeps } from "./generation-deps.ts";
import { type LeaderMessage, type Leadership, seekLeadership } from "./leadership.ts";
import { newId } from "./new-id.ts";
import { studioDispatcher } from "./submit.ts";
import { showMessage } from "./system-messages.ts";

const CHANNEL_NAME = "kirin-studio-leader";

/**
 * Starts the background work of this tab, and gives the way to end it. A page that the browser puts away, frozen or in its
 * back-forward cache, leaves the work to the others until it is shown again.
 */
export function startBackgroundWork(): () => void {
  let leadership: Leadership | null = null;
  const ended = new AbortController();

  function begin(): void {
    leadership ??= joinTabs();
  }

  function end(): void {
    leadership?.stop();
    leadership = null;
  }

  const { signal } = ended;
  document.addEventListener(
    "visibilitychange",
    () => (studioDeps.isHidden() ? leadership?.left() : leadership?.returned()),
    { signal },
  );
  addEventListener("online", () => leadership?.returned(), { signal });
  addEventListener("pagehide", end, { signal });
  addEventListener(
    "pageshow",
    ({ persisted }) => {
      begin();
      // What the other tabs told meanwhile was told to nobody.
      if (persisted) void studioDeps.library.refresh();
    },
    { signal },
  );
  document.addEventListener("freeze", end, { signal });
  document.addEventListener("resume", begin, { signal });
  begin();
  return () => {
    ended.abort();
    end();
  };
}

function joinTabs(): Leadership {
  const channel = openBroadcastChannel(CHANNEL_NAME);
  const { now, setTimer, isHidden } = studioDeps;
  const leadership = seekLeadership(
    {
      tab: newId(),
      now,
      setTimer,
      isHidden,
      // Tabs that cannot hear each other would take the lock from each other again and again: then every tab leads.
      locks: channel === null ? null : browserLocks(),
      post: (message) => channel?.postMessage(message),
      listen(onMessage) {
        const handle = ({ data }: MessageEvent<unknown>) => {
          if (isLeaderMessage(data)) onMessage(data);
        };
        channel?.addEventListener("message", handle);
        return () => channel?.removeEventListener("message", handle);
      },
    },
    takeUpStudioDuty,
  );
  return {
    ...leadership,
    stop() {
      leadership.stop();
      channel?.close();
    },
  };
}

function takeUpStudioDuty(): Duty {
  const duty = takeUpDuty(studioDeps, studioDispatcher);
  const endMessages = startEndMessages({ ...studioDeps, show: showMessage });
  return {
    ...duty,
    stop() {
      endMessages();
      duty.stop();
    },
  };
}

const KINDS: ReadonlySet<unknown> = new Set<LeaderMessage["kind"]>([
  "beat",
  "ask",
  "claim",
  "yield",
]);

/** Another tab may run another version of the studio. */
function isLeaderMessage(data: unknown): data is LeaderMessage {
  return typeof data === "object" && data !== null && "kind" in data && KINDS.has(data.kind);
}
