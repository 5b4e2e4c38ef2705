/** The browser's lock manager, or null: absent outside secure contexts, whatever the types say. */
export function browserLocks(): LockManager | null {
  return (globalThis.navigator?.locks as LockManager | undefined) ?? null;
}
