/** Claims an entry for this tab, before its request is sent. */
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { step } from "#studio/domain/life/life.ts";
import type { GenerationDeps } from "../generation-deps.ts";
import { claimFor, isStale } from "./send-rules.ts";

/**
 * - `claimed`: the entry is on disk as being sent by this tab. `release` is called once the create has its response.
 * - `lost`: nothing is sent now. The entry has changed, or the claim took too long and was released.
 * - `unwritable`: the library can't be written.
 */
export type Claim =
  | { kind: "claimed"; entry: LibraryEntry; release: () => void }
  | { kind: "lost" | "unwritable" };

/** Claims an entry in a transaction that only one tab can win. `picked` is the entry as this tab knows it. */
export async function claimEntry(
  { library, now, sending }: Pick<GenerationDeps, "library" | "now" | "sending">,
  { id, attempts }: LibraryEntry,
): Promise<Claim> {
  const claimedAt = now();
  // Before the claim is visible, because an entry that no tab is known to send is treated as abandoned.
  const release = sending.add(id);
  const claim = await library.commit(id, (entry) => claimFor(entry, attempts, claimedAt));
  if (!claim.ok || !claim.isChanged) {
    release();
    return { kind: claim.ok ? "lost" : "unwritable" };
  }
  if (isStale(claimedAt, now())) {
    const { attempts: attempt } = claim.entry;
    await library.commit(id, (entry) => step(entry, { type: "release", attempt }));
    release();
    return { kind: "lost" };
  }
  return { kind: "claimed", entry: claim.entry, release };
}
