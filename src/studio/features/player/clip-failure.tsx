import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useEffectEvent, useState } from "react";
import { tryAgain } from "#messages/common.ts";
import { clipProblemOptions } from "#studio/api/clip.ts";
import { isGone } from "#studio/domain/life/clip-saving.ts";
import { Button } from "#studio/ui/buttons/button.tsx";
import type { VideoFailure } from "#studio/ui/playback/video-failure.ts";
import { describeFailure } from "./describe-failure.ts";

interface ClipFailureProps {
  src: string;
  failure: VideoFailure;
  /** Replaces the retry button once the clip has expired. Null until that is certain. */
  againAction: ReactNode;
  /** Reads the task again and reloads the clip. */
  onRetry: () => unknown;
}

/** Shows why a clip doesn't play and offers a retry. Retries automatically when the network is back. */
export function ClipFailure({ src, failure, againAction, onRetry }: ClipFailureProps) {
  const [isTrying, setIsTrying] = useState(false);
  const { data: problem, isPending } = useQuery(clipProblemOptions(src));
  const isExpired = againAction !== null;
  const message = describeFailure({ failure, problem, isExpired, isOnline: navigator.onLine });

  const handleOnline = useEffectEvent(() => {
    if (!isTrying) void handleRetry();
  });
  useEffect(() => {
    const listener = () => handleOnline();
    window.addEventListener("online", listener);
    return () => window.removeEventListener("online", listener);
  }, []);

  async function handleRetry() {
    setIsTrying(true);
    try {
      await onRetry();
    } finally {
      setIsTrying(false);
    }
  }

  return (
    <div
      role="alert"
      aria-busy={isPending}
      className="grid max-w-sm justify-items-center gap-1 p-4 text-center text-balance"
    >
      {!isPending && (
        <>
          <p className="text-16 font-medium text-on-stage">{message.title}</p>
          <p className="text-13 text-on-stage-muted">{message.detail}</p>
          <div className="mt-2">
            {isExpired && problem && isGone(problem) ? (
              againAction
            ) : (
              <Button isLoading={isTrying} onClick={handleRetry}>
                {tryAgain}
              </Button>
            )}
          </div>
        </>
      )}
    </div>
  );
}
