import { useEffect, useState } from "react";
import { openClipUrl } from "#studio/storage/clips/clip-urls.ts";
import { studioPosters } from "./studio-posters.ts";

/** Makes a poster from the copy on this device, or from the server if there is no copy. */
async function makePoster(src: string): Promise<Blob | null> {
  const { capturePoster } = await import("./capture-poster.ts");
  const use = openClipUrl(src);
  try {
    return await capturePoster((await use.url) ?? src);
  } finally {
    use.end();
  }
}

/**
 * The object URL of a clip's poster. Null until it is found or made, and without a clip. A poster that was shown before
 * is returned at once. `canBeMade` says whether the clip may be opened now to make it.
 */
export function usePoster(src: string | null, canBeMade: boolean): string | null {
  const [found, setFound] = useState<{ src: string; url: string } | null>(null);
  const url = found !== null && found.src === src ? found.url : src && studioPosters.peek(src);

  useEffect(() => {
    if (src === null || studioPosters.peek(src) !== null) return;
    const make = canBeMade ? makePoster : null;
    return studioPosters.request(src, make, (posterUrl) => setFound({ src, url: posterUrl }));
  }, [src, canBeMade]);

  return url;
}
