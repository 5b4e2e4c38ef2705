/** Frame times and sound support of a clip, cached for all components that show them. */
import { queryOptions, useQuery } from "@tanstack/react-query";
import type { ClipFacts } from "#comparison/media/clip-facts.ts";
import { studioClips } from "#studio/storage/clips/clip-store.ts";
import { studioDownloads } from "./studio-downloads.ts";

/**
 * Reads the bytes that are arriving, or else the copy on this device. In the other order a download that ends in between
 * would be missed. Without either, reads only the parts of the server's file that hold the sample table.
 */
async function readFacts(src: string): Promise<ClipFacts> {
  // The container reader is large, so it loads with the first clip on screen instead of with the page.
  const { readClipFacts } = await import("#comparison/media/clip-facts.ts");
  const download = studioDownloads.find(src)?.state.getState();
  const stream = download?.kind === "arriving" ? download.openStream() : null;
  if (stream !== null) return readClipFacts(stream);
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
 * The facts of a clip. Undefined while loading, null if they cannot be read. `isWanted` prevents a read that would fail
 * anyway, such as that of a clip that does not play.
 */
export function useClipFacts(src: string | null, isWanted: boolean): ClipFacts | null | undefined {
  const { data, isError } = useQuery({
    ...clipFactsOptions(src),
    enabled: isWanted && src !== null,
  });
  return isError ? null : data;
}
