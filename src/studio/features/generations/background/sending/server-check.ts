/** Asks the studio's own server whether it can send, before anything is sent. */
import type { StudioConfig } from "#contract/config.ts";
import type { ApiResult } from "#studio/api/http.ts";
import type { HoldReason } from "#studio/domain/life/library-entry.ts";
import type { GenerationDeps } from "../generation-deps.ts";

/** How long a positive response stays valid. */
const READY_MS = 5000;

export interface ServerCheck {
  /** The reason why the server can't send, or null. */
  findObstacle(): Promise<HoldReason | null>;
  /** Forgets the last response. */
  forget(): void;
}

/** Creates the check of one tab. */
export function createServerCheck(
  deps: Pick<GenerationDeps, "readConfig" | "isOnline" | "now">,
): ServerCheck {
  let readyAtMs: number | null = null;
  return {
    async findObstacle() {
      if (isStillReady(readyAtMs, deps.now().getTime())) return null;
      const obstacle = obstacleIn(await deps.readConfig(), deps.isOnline());
      readyAtMs = obstacle === null ? deps.now().getTime() : null;
      return obstacle;
    },
    forget() {
      readyAtMs = null;
    },
  };
}

/** A positive response from the future means that the clock was set back, so its age is unknown. */
export function isStillReady(readyAtMs: number | null, nowMs: number): boolean {
  return readyAtMs !== null && nowMs >= readyAtMs && nowMs - readyAtMs < READY_MS;
}

/** Why the server can't send, according to its response. */
export function obstacleIn(config: ApiResult<StudioConfig>, isOnline: boolean): HoldReason | null {
  if (!config.ok) return isOnline ? "server-away" : "offline";
  if (config.value.isSignedIn === false) return "signed-out";
  return config.value.hasKey ? null : "no-key";
}
