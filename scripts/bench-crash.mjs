/** `npm run bench:crash`: pages, browsers and servers die at the worst moments, and a ledger says whether money did. */
import { build } from "./lib/build.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { withModules } from "./lib/modules.mjs";

await ensureInstalled();
await build();
const isKept = await withModules(async (load) => {
  const { benchCrash } = await load("/bench/crash.ts");
  return benchCrash(process.argv.slice(2));
});
process.exit(isKept ? 0 : 1);
