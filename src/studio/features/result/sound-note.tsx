import { resolveRequest } from "#kirin/request.ts";
import * as messages from "#messages/result.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { useClipFacts } from "#studio/downloads/use-clip-facts.ts";

/** Says so if sound was paid for but the clip is silent. Read from the copy on this device once there is one. */
export function SoundNote({ entry }: { entry: LibraryEntry }) {
  const src = entry.generation?.clips[0]?.src ?? null;
  const { sound: isSoundWanted } = resolveRequest(entry.request);
  const facts = useClipFacts(src, isSoundWanted && entry.clipsKeptAt !== null);
  if (!isSoundWanted || !facts || facts.sound === "playable") return null;
  return (
    <p role="note" className="text-13 font-medium text-danger">
      {facts.sound === "none" ? messages.soundMissing : messages.soundUnplayable}
    </p>
  );
}
