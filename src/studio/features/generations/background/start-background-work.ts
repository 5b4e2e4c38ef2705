/** Connects this tab to the other tabs of this browser. */

import { browserLocks, openBroadcastChannel } from "#studio/storage/browser-limits.ts";
import { type BackgroundJob, startBackgroundJob } from "./background-job.ts";
import { studioDeps } from "./generation-deps.ts";
import type { LeaderMessage } from "./leadership/election.ts";
import { joinElection, type Leadership } from "./leadership/leadership.ts";
import { newId } from "./new-id.ts";
import { startEndNotifications } from "./notifications/end-notifications.ts";
import { showNotification } from "./notifications/system-notifications.ts";
import { studioDispatcher } from "./sending/studio-dispatcher.ts";

const CHANNEL_NAME = "kirin-studio-leader";

/** Opens the screen of a generation, after a click on its notification. */
type OpenGeneration = (generationId: string) => void;

/**
 * Starts this tab's background work. A page that is frozen or in the back-forward cache leaves the election until it is
 * shown again. Returns a disposer.
 */
export function startBackgroundWork(onOpen: OpenGeneration): () => void {
  let leadership: Leadership | null = null;
  const ended = new AbortController();

  function begin(): void {
    leadership ??= joinTabs(onOpen);
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
      // Messages from other tabs were missed meanwhile.
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

function joinTabs(onOpen: OpenGeneration): Leadership {
  const channel = openBroadcastChannel(CHANNEL_NAME);
  const { now, setTimer, isHidden } = studioDeps;
  const leadership = joinElection(
    {
      tab: newId(),
      now,
      setTimer,
      isHidden,
      // Without a channel, tabs would keep stealing the lock from each other, so every tab leads.
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
    () => startStudioJob(onOpen),
  );
  return {
    ...leadership,
    stop() {
      leadership.stop();
      channel?.close();
    },
  };
}

function startStudioJob(onOpen: OpenGeneration): BackgroundJob {
  const job = startBackgroundJob(studioDeps, studioDispatcher);
  const stopNotifications = startEndNotifications({
    ...studioDeps,
    show: (message) => showNotification(message, onOpen),
  });
  return {
    ...job,
    stop() {
      stopNotifications();
      job.stop();
    },
  };
}

const KINDS: ReadonlySet<unknown> = new Set<LeaderMessage["kind"]>([
  "beat",
  "ask",
  "claim",
  "yield",
]);

/** Another tab may run a different version of the studio. */
function isLeaderMessage(data: unknown): data is LeaderMessage {
  return typeof data === "object" && data !== null && "kind" in data && KINDS.has(data.kind);
}
