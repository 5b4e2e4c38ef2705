/** Flushes folders to disk. */
import { open } from "node:fs/promises";

/** Makes a rename durable by flushing its folder. Windows has no such call. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  await handle.sync().finally(() => handle.close());
}
