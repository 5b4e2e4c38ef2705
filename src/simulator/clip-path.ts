/** Where a clip is fetched. Needs no key: the token in the path cannot be guessed. */

const PREFIX = "/clips/";

export const CLIP_ROUTE = `${PREFIX}:file{[A-Za-z0-9_-]+\\.mp4}`;

export function clipPath(token: string): string {
  return `${PREFIX}${token}.mp4`;
}

/** The token in the file name of a clip's path. */
export function tokenOfFile(file: string): string {
  return file.slice(0, -".mp4".length);
}
