/** Asks the browser not to clear the library when space is short. */

/** Fire and forget: the answer changes nothing, and some browsers ask the creator first. */
export function askToKeepLibrary(): void {
  // Absent outside secure contexts, whatever the types say.
  const storage: StorageManager | undefined = navigator.storage;
  void storage?.persist?.().catch(() => false);
}
