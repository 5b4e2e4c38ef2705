/** Installs the packages in package-lock.json. */

import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { must, root } from "./run.mjs";

const NODE_MIN = { major: 20, minor: 19 };

/** Brings `node_modules` in line with the lock file. Returns at once if it already is. */
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
  // `npm ci` rejects a lock file without the binaries of other platforms than the one it was written on. This also
  // installs the locked versions and does not change the lock file.
  await must("Installing packages", "npm", ["install", "--no-save", "--no-audit"]);
  writeFileSync(stamp, lock);
}
