/** Closes outgoing connections, so that the process can exit. */
import type { Agent } from "undici";
import { onGraceEnd } from "#hosts/node/grace.ts";

/**
 * Rejects new calls and waits for those in flight, at most until the grace period ends, so that an
 * unresponsive Kirin cannot block shutdown. The process exit ends the rest.
 */
export async function closeAgents(agents: readonly Agent[], grace: AbortSignal): Promise<void> {
  const closed = Promise.all(agents.map((agent) => agent.close()));
  await new Promise<void>((resolve) => {
    const forget = onGraceEnd(grace, resolve);
    void closed.then(() => {
      forget();
      resolve();
    });
  });
}
