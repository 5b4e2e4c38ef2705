/** `npm run bench:crash`: crashes pages, browsers and servers at the worst moments, and checks the charges. */
import { build } from "./lib/build.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { withModules } from "./lib/modules.mjs";

await ensureInstalled();
await build();
const hasPassed = await withModules(async (load) => {
  const { benchCrash } = await load("/bench/crash.ts");
  return benchCrash(process.argv.slice(2));
});
process.exit(hasPassed ? 0 : 1);
