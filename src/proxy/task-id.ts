/** Task ids as they come in a path. */

const MAX_LENGTH = 512;

/**
 * Whether an id can be asked for. "." and ".." would be folded away from the upstream's path, and so
 * read another address than the one meant; half a surrogate pair cannot stand in a URL at all.
 */
export function isUsableTaskId(id: string): boolean {
  return id !== "" && id.length <= MAX_LENGTH && !/^\.{1,2}$|[\p{Cc}\p{Cs}]/u.test(id);
}
