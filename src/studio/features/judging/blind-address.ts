/** Which two the address wants judged. */

/** Their ids, in whatever order; null where the address does not name two. */
export function blindIds(search: string): readonly [string, string] | null {
  const [one, other, ...more] = new URLSearchParams(search).getAll("of");
  if (!one || !other || one === other || more.length > 0) return null;
  return [one, other];
}
