/** Ends the connections to elsewhere, so that the process can end. */
import type { Agent } from "undici";
import { atEndOf } from "./grace.ts";

/**
 * Takes no more calls and waits for those under way, but not beyond the grace: a Kirin that says nothing
 * must not keep the studio from ending. What is left then ends with the process.
 */
export async function closeAgents(agents: readonly Agent[], grace: AbortSignal): Promise<void> {
  const closed = Promise.all(agents.map((agent) => agent.close()));
  await new Promise<void>((resolve) => {
    const forget = atEndOf(grace, resolve);
    void closed.then(() => {
      forget();
      resolve();
    });
  });
}
