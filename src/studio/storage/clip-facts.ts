/** Frame times and sound support of a clip, read once for every component that shows them. */
import { queryOptions, useQuery } from "@tanstack/react-query";
import type { ClipFacts } from "../media/clip-facts.ts";
import { studioClips } from "./clip-store.ts";

/** Reads the copy on this device, else as much of the server's file as holds the sample table. */
async function readFacts(src: string): Promise<ClipFacts> {
  // The container reader is large: it is loaded once a clip is on the screen, never with the first page.
  const { readClipFacts } = await import("../media/clip-facts.ts");
  const copy = await studioClips.read(src);
  if (copy !== null) return readClipFacts(copy);
  return readClipFacts(src.startsWith("blob:") ? await (await fetch(src)).blob() : src);
}

function clipFactsOptions(src: string | null) {
  return queryOptions({
    queryKey: ["clip-facts", src],
    queryFn: () => {
      if (src === null) throw new Error("There is no clip to read.");
      return readFacts(src);
    },
    // A finished clip never changes.
    staleTime: Number.POSITIVE_INFINITY,
    networkMode: "always",
    retry: 2,
  });
}

/**
 * The facts of a clip: undefined while they are read, null where they cannot be. `isWanted` keeps back a read that could only
 * fail, such as one of a clip that does not play.
 */
export function useClipFacts(src: string | null, isWanted: boolean): ClipFacts | null | undefined {
  const { data, isError } = useQuery({
    ...clipFactsOptions(src),
    enabled: isWanted && src !== null,
  });
  return isError ? null : data;
}
