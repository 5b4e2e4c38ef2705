/** Asks the browser not to clear the library when space is short. */

/** The result is ignored, because the library works either way, and some browsers ask the creator first. */
export function requestPersistentStorage(): void {
  // Missing outside secure contexts, although the DOM types do not say so.
  const storage: StorageManager | undefined = navigator.storage;
  void storage?.persist?.().catch(() => false);
}
