/** Addresses of the copies on this device. All who show one clip share one, and it is let go with the last of them. */
import { studioClips } from "./clip-store.ts";

/** A copy in use. */
export interface ClipUse {
  /** Null when there is no copy. */
  url: Promise<string | null>;
  /** Call once. */
  end(): void;
}

export type OpenClipUrl = (src: string) => ClipUse;

/** Shares addresses of what `read` gives. */
export function shareClipUrls(read: (src: string) => Promise<Blob | null>): OpenClipUrl {
  const shared = new Map<string, { url: Promise<string | null>; users: number }>();

  async function makeUrl(src: string): Promise<string | null> {
    const copy = await read(src);
    // It may come later: whoever asks next looks again.
    if (copy === null) shared.delete(src);
    return copy && URL.createObjectURL(copy);
  }

  return (src) => {
    const own = shared.get(src) ?? { url: makeUrl(src), users: 0 };
    shared.set(src, own);
    own.users += 1;
    return {
      url: own.url,
      end() {
        own.users -= 1;
        if (own.users > 0) return;
        if (shared.get(src) === own) shared.delete(src);
        void own.url.then((url) => url && URL.revokeObjectURL(url));
      },
    };
  };
}

/** Takes up a copy in the store of this browser. */
export const openClipUrl: OpenClipUrl = shareClipUrls(studioClips.read);
