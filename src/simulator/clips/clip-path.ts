/** URL paths of clips. They need no key, because their token cannot be guessed. */

const PREFIX = "/clips/";

export const CLIP_ROUTE = `${PREFIX}:file{[A-Za-z0-9_-]+\\.mp4}`;

export function clipPath(token: string): string {
  return `${PREFIX}${token}.mp4`;
}

/** The token in a clip's file name. */
export function tokenOfFile(file: string): string {
  return file.slice(0, -".mp4".length);
}
