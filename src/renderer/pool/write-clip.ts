/** Writes clips atomically. */
import { open, rename } from "node:fs/promises";
import { dirname } from "node:path";
import { syncFolder } from "../sync-folder.ts";
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
  await syncFolder(dirname(outFile));
}
