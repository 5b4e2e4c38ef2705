/** Reads from the URL which two clips to judge. */

/** Their ids in any order; null if the URL does not contain two. */
export function blindIds(search: string): readonly [string, string] | null {
  const [one, other, ...more] = new URLSearchParams(search).getAll("of");
  if (!one || !other || one === other || more.length > 0) return null;
  return [one, other];
}
