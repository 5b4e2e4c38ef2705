/**
 * Import rules: which module may import which, layers within large modules, no cycles, no barrels. Modules are listed
 * here; features are found by reading the folder.
 */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { parseSync } from "vite";
import { describe, expect, test } from "vitest";
import { files, imports, inner, moduleOf, outer, src } from "./source-imports.ts";

const FEATURES = readdirSync(join(src, "studio/features")).filter((name) =>
  statSync(join(src, "studio/features", name)).isDirectory(),
);
const FACTS = ["kirin", "contract"];

/** What a module may import besides itself. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  kirin: [],
  contract: ["kirin"],
  proxy: ["kirin", "contract"],
  renderer: ["kirin"],
  simulator: ["kirin", "contract", "renderer"],
  hosts: ["kirin", "contract", "proxy", "simulator", "renderer"],
  store: [],
  "studio/store": ["store"],
  comparison: ["kirin", "store"],
  "studio/messages": FACTS,
  "studio/ui": ["store", "studio/store"],
  "studio/domain": FACTS,
  "studio/format": [...FACTS, "studio/messages", "studio/domain"],
  "studio/api": [...FACTS, "studio/domain"],
  "studio/downloads": [
    ...FACTS,
    "store",
    "studio/domain",
    "studio/api",
    "studio/storage",
    "comparison",
  ],
  "studio/preferences": [...FACTS, "store", "studio/store", "studio/ui", "studio/domain"],
  "studio/storage": [...FACTS, "store", "studio/store", "studio/domain", "comparison"],
  ...Object.fromEntries(
    FEATURES.map((name) => [
      `studio/features/${name}`,
      [
        ...FACTS,
        "studio/messages",
        "store",
        "studio/store",
        "studio/ui",
        "studio/domain",
        "studio/format",
        "studio/api",
        "studio/storage",
        "studio/preferences",
        "studio/downloads",
        "comparison",
      ],
    ]),
  ),
  "studio/app": [
    ...FACTS,
    "studio/messages",
    "store",
    "studio/store",
    "studio/ui",
    "studio/domain",
    "studio/format",
    "studio/api",
    "studio/storage",
    "studio/preferences",
    ...FEATURES.map((name) => `studio/features/${name}`),
  ],
};

/**
 * Subfolders of a large module, lowest first: each may import only itself and those before it. "." is the files
 * directly in the module's folder.
 */
const LAYERS: Record<string, readonly string[]> = {
  "studio/domain": [".", "life", "queue", "polling", "submit", "usage", "judging"],
  "studio/features/generations": ["background", ".", "views"],
  comparison: [
    ".",
    "geometry",
    "media",
    "decode",
    "clock",
    "frames",
    "sound",
    "engine",
    "paint",
    "stage",
    "takes",
    "transport",
    "link",
    "export",
    "measures",
  ],
  "studio/features/compare": [
    "shared",
    "panel",
    "sides",
    "link",
    "stage",
    "shortcuts",
    "transport",
    "facts",
    "measures",
    "export",
    "blind",
    "takes",
    "pairs",
    ".",
  ],
};

/** The layer of a file inside a module. */
function layerOf(file: string, module: string): string {
  const [folder = "", ...rest] = file.slice(module.length + 1).split("/");
  return rest.length > 0 ? folder : ".";
}

describe("the architecture", () => {
  test("has a rule for every module and finds the features", () => {
    expect(FEATURES.length).toBeGreaterThan(3);
    expect([...new Set(files.map(moduleOf))].filter((module) => !(module in MAY_IMPORT))).toEqual(
      [],
    );
  });

  test("allows only the listed imports between modules", () => {
    const wrong = inner.filter(({ from, to }) => {
      const [source, target] = [moduleOf(from), moduleOf(to)];
      return source !== target && !MAY_IMPORT[source]?.includes(target);
    });
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  describe.each(Object.entries(LAYERS))("inside %s", (module, layers) => {
    const own = files.filter((file) => moduleOf(file) === module);

    test("lists every folder as a layer", () => {
      const folders = new Set(own.map((file) => layerOf(file, module)));
      expect([...folders].sort()).toEqual([...layers].sort());
    });

    test("lets each layer import only lower ones", () => {
      const place = (file: string) => layers.indexOf(layerOf(file, module));
      const wrong = inner.filter(
        ({ from, to }) =>
          moduleOf(from) === module && moduleOf(to) === module && place(to) > place(from),
      );
      expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
    });
  });

  test("keeps React out of the comparison", () => {
    const wrong = outer.filter(
      ({ from, to }) =>
        moduleOf(from) === "comparison" && /^(react|react-dom|wouter)(\/|$)/.test(to),
    );
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
    expect(
      files.filter((file) => moduleOf(file) === "comparison" && file.endsWith(".tsx")),
    ).toEqual([]);
  });

  test("keeps React out of the background work", () => {
    const background = /^studio\/features\/[^/]+\/background\//;
    const files = imports.filter(({ from }) => background.test(from));
    expect(files.length).toBeGreaterThan(0);
    const wrong = files.filter(({ to, isPackage }) =>
      isPackage ? /^(react|wouter|lucide)/.test(to) : /\.tsx$|\/use-[^/]*$/.test(to),
    );
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  test("imports only files that exist, with their extensions", () => {
    const known = new Set(
      readdirSync(src, { recursive: true, encoding: "utf8" }).map((f) => f.split(sep).join("/")),
    );
    const missing = inner.filter(({ to }) => !known.has(to.replace(/\?.*$/, "")));
    expect(missing.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  test("has no cycle", () => {
    const next = new Map<string, string[]>();
    for (const { from, to, isTypeOnly } of inner) {
      if (!isTypeOnly) next.set(from, [...(next.get(from) ?? []), to]);
    }
    const done = new Set<string>();
    const cycles: string[] = [];
    const walk = (file: string, path: string[]) => {
      if (path.includes(file)) {
        cycles.push([...path.slice(path.indexOf(file)), file].join(" → "));
        return;
      }
      if (done.has(file)) return;
      for (const to of next.get(file) ?? []) walk(to, [...path, file]);
      done.add(file);
    };
    for (const file of files) walk(file, []);
    expect(cycles).toEqual([]);
  });

  test("has no barrel files", () => {
    const barrels = files.filter((file) => {
      const { module } = parseSync(file, readFileSync(join(src, file), "utf8"));
      return module.staticExports.some(({ entries }) =>
        entries.some(({ moduleRequest }) => moduleRequest),
      );
    });
    expect(barrels).toEqual([]);
  });

  test("keeps Node out of the proxy, the contract and the pure rules", () => {
    const modules = ["kirin", "contract", "proxy", "comparison", "studio"];
    const wrong = outer.filter(
      ({ from, to }) => modules.includes(from.split("/")[0] ?? "") && to.startsWith("node:"),
    );
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });
});
