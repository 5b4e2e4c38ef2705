/** `npm run bench`: runs the benchmarks and prints their figures, as ratios within one run where machines are noisy. */
import { build } from "./lib/build.mjs";
import { ensureInstalled } from "./lib/install.mjs";
import { withModules } from "./lib/modules.mjs";

await ensureInstalled();
await build();
await withModules(async (load) => {
  const { benchmarks } = await load("/bench/main.ts");
  for (const { name, run } of benchmarks) {
    process.stdout.write(`\n${name}\n`);
    for (const line of await run()) process.stdout.write(`  ${line}\n`);
  }
});
