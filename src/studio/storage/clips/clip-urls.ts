/**
 * Object URLs of the clips on this device. All users of a clip share one URL, which is revoked after the last of them
 * ends its use.
 */
import { studioClips } from "./clip-store.ts";

/** One use of a stored clip's URL. */
export interface ClipUse {
  /** Null if the clip is not stored. */
  url: Promise<string | null>;
  /** Call once. */
  end(): void;
}

export type OpenClipUrl = (src: string) => ClipUse;

/** Shares one object URL per clip that `read` returns. */
export function shareClipUrls(read: (src: string) => Promise<Blob | null>): OpenClipUrl {
  const shared = new Map<string, { url: Promise<string | null>; users: number }>();

  async function makeUrl(src: string): Promise<string | null> {
    const copy = await read(src);
    // The clip may be stored later, so the next call reads again.
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

/** Opens a clip from the store of this browser. */
export const openClipUrl: OpenClipUrl = shareClipUrls(studioClips.read);
