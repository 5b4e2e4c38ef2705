/** A clip on disk is whole or not there. */
import { open, rename } from "node:fs/promises";
import { dirname } from "node:path";
import { partFileOf } from "./render-messages.ts";

/** Writes a file under a temporary name, forces it to the disk, then gives it its name. */
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

/** Makes the rename itself survive a power cut. Windows cannot open directories, and does not need it. */
async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, "r").catch(() => null);
  if (!directory) return;
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
