/** The proof is itself proved: mistakes planted in a copy of the code, and all of them found by the trials of the core. */
import { resolve } from "node:path";
import { createServer, createServerModuleRunner, normalizePath, type Plugin } from "vite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PLANTED_MISTAKES, type PlantedMistake } from "./planted-mistakes.ts";

const root = resolve(import.meta.dirname, "../..");

type Changes = PlantedMistake["changes"];
type Prove = typeof import("./core/prove.ts");

/** For a machine with much else to do. */
const PATIENCE_MS = 120_000;

let planted: Changes = [];

/** Changes sources while they are loaded, and never on the disk. */
const planter: Plugin = {
  name: "planted-mistakes",
  enforce: "pre",
  transform(code, id) {
    const changes = planted.filter(({ file }) => id === normalizePath(resolve(root, file)));
    return changes.reduce((text, { file, from, to }) => {
      const parts = text.split(from);
      if (parts.length !== 2) throw new Error(`Not found exactly once in ${file}: ${from}`);
      return parts.join(to);
    }, code);
  },
};

let server: Awaited<ReturnType<typeof createServer>>;
beforeAll(async () => {
  server = await createServer({
    configFile: false,
    root,
    logLevel: "silent",
    plugins: [planter],
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  });
});
afterAll(() => server.close());

/** What the stories find in a copy of the code with these changes. */
async function breachesWith(changes: Changes, stories: readonly string[]): Promise<string[]> {
  planted = changes;
  const { ssr } = server.environments;
  if (ssr === undefined) throw new Error("Vite has no environment for Node.");
  ssr.moduleGraph.invalidateAll();
  const runner = createServerModuleRunner(ssr, { hmr: false });
  const { breachesIn } = await runner.import<Prove>("/tests/model/core/prove.ts");
  const breaches = await breachesIn(stories);
  await runner.close();
  return breaches;
}

const rulesOf = (breaches: readonly string[]) => [
  ...new Set(breaches.map((breach) => breach.slice(0, breach.indexOf(":")))),
];

describe("planted mistakes", () => {
  test(
    "are found in none of these stories while the code is as it is",
    async () => {
      const stories = new Set(PLANTED_MISTAKES.flatMap((mistake) => mistake.stories));
      expect(await breachesWith([], [...stories])).toEqual([]);
    },
    PATIENCE_MS,
  );

  test.each(PLANTED_MISTAKES.map((mistake) => [mistake.name, mistake] as const))(
    "are found: %s",
    async (_name, { changes, stories, rule }) => {
      expect(rulesOf(await breachesWith(changes, stories))).toContain(rule);
    },
    PATIENCE_MS,
  );
});
