/** This tab among the tabs of this browser. */
import { takeUpDuty } from "./duty.ts";
import { studioDeps } from "./generation-deps.ts";
import { type LeaderMessage, seekLeadership } from "./leadership.ts";
import { studioDispatcher } from "./submit.ts";

const CHANNEL_NAME = "kirin-studio-leader";

/** Starts the background work of this tab, and gives the way to end it. */
export function startBackgroundWork(): () => void {
  const channel = new BroadcastChannel(CHANNEL_NAME);
  const { now, setTimer, isHidden } = studioDeps;
  const leadership = seekLeadership(
    {
      now,
      setTimer,
      isHidden,
      // Absent outside secure contexts, whatever the types say.
      locks: (navigator.locks as LockManager | undefined) ?? null,
      post: (message) => channel.postMessage(message),
      listen(onMessage) {
        const handle = ({ data }: MessageEvent<unknown>) => {
          if (isLeaderMessage(data)) onMessage(data);
        };
        channel.addEventListener("message", handle);
        return () => channel.removeEventListener("message", handle);
      },
    },
    () => takeUpDuty(studioDeps, studioDispatcher),
  );
  const handleReturn = () => {
    if (!isHidden()) leadership.returned();
  };
  document.addEventListener("visibilitychange", handleReturn);
  addEventListener("online", handleReturn);
  return () => {
    document.removeEventListener("visibilitychange", handleReturn);
    removeEventListener("online", handleReturn);
    leadership.stop();
    channel.close();
  };
}

/** Another tab may run another version of the studio. */
function isLeaderMessage(data: unknown): data is LeaderMessage {
  if (typeof data !== "object" || data === null || !("kind" in data)) return false;
  return data.kind === "beat" || data.kind === "claim";
}
