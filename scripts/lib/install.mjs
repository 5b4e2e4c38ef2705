/** Installs what package-lock.json names, when it is not there yet. */

import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { must, root } from "./run.mjs";

const NODE_MIN = { major: 20, minor: 19 };

/** Leaves `node_modules` as the lock file says; quick when it already is. */
export async function ensureInstalled() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < NODE_MIN.major || (major === NODE_MIN.major && minor < NODE_MIN.minor)) {
    process.stderr.write(
      `Kirin Studio needs Node.js ${NODE_MIN.major}.${NODE_MIN.minor} or newer; this is ${process.versions.node}.\n`,
    );
    process.exit(1);
  }
  const lock = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  const stamp = join(root, "node_modules", ".kirin-studio-lock");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  process.stdout.write("Installing packages…\n");
  // Not `npm ci`: it refuses a lock file that lacks the binaries of platforms other than the one it was written on.
  // This installs the locked versions just the same, and leaves the lock file alone.
  await must("Installing packages", "npm", ["install", "--no-save", "--no-audit"]);
  writeFileSync(stamp, lock);
}
