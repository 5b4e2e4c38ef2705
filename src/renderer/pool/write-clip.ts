/** Writes clips atomically. */
import { open, rename } from "node:fs/promises";
import { dirname } from "node:path";
import { partFileOf } from "./render-messages.ts";

/** Writes a temporary file, flushes it to disk, then renames it. */
export async function writeClip(outFile: string, bytes: Uint8Array): Promise<void> {
  const partFile = partFileOf(outFile);
  const file = await open(partFile, "w");
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(partFile, outFile);
  await syncDirectory(dirname(outFile));
}

/** Flushes the rename to disk. Windows cannot open directories and does not need it. */
async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, "r").catch(() => null);
  if (!directory) return;
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
