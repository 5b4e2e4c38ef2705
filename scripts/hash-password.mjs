/** `npm run hash-password`: reads a password from standard input and prints its hash for STUDIO_PASSWORD_HASH. */
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { ensureInstalled } from "./lib/install.mjs";
import { withModules } from "./lib/modules.mjs";

const LENGTH_MIN = 12;

/** Reads one line. On a terminal, what is typed is not shown. */
async function readPassword() {
  const { stdin, stderr } = process;
  const hidden = new Writable({ write: (_chunk, _encoding, done) => done() });
  if (stdin.isTTY) stderr.write("Password: ");
  const lines = createInterface({ input: stdin, output: hidden, terminal: stdin.isTTY });
  for await (const line of lines) {
    lines.close();
    if (stdin.isTTY) stderr.write("\n");
    return line;
  }
  return "";
}

await ensureInstalled();
const password = await readPassword();
if ([...password].length < LENGTH_MIN) {
  process.stderr.write(`The password must have at least ${LENGTH_MIN} characters.\n`);
  process.exit(1);
}
await withModules(async (load) => {
  const { hashPassword } = await load("/src/hosts/node/access/password-hash.ts");
  process.stdout.write(`${await hashPassword(password)}\n`);
});
