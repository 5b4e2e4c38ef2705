/** The source files and their imports, for the tests of the architecture. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { parseSync } from "vite";

/** Folder of the project. */
export const root = resolve(import.meta.dirname, "../..");
export const src = join(root, "src");

/** Every source file below src/, relative to it, with forward slashes. */
export const files = readdirSync(src, { recursive: true, encoding: "utf8" })
  .map((file) => file.split(sep).join("/"))
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|(^|\/)testing\//.test(file));

const ALIASES: Record<string, string> = {
  "#kirin/": "kirin/",
  "#contract/": "contract/",
  "#proxy/": "proxy/",
  "#simulator/": "simulator/",
  "#renderer/": "renderer/",
  "#comparison/": "comparison/",
  "#hosts/": "hosts/",
  "#store/": "store/",
  "#studio/": "studio/",
  "#testing/": "testing/",
  "#messages/": "studio/messages/en/",
};

export interface Import {
  from: string;
  /** File below src/, or the bare name of a package. */
  to: string;
  isPackage: boolean;
  isTypeOnly: boolean;
}

function importsOf(file: string): Import[] {
  const { module } = parseSync(file, readFileSync(join(src, file), "utf8"));
  const statics = [
    ...module.staticImports.map((entry) => ({
      specifier: entry.moduleRequest.value,
      isTypeOnly: entry.entries.length > 0 && entry.entries.every(({ isType }) => isType),
    })),
    ...module.staticExports.flatMap((entry) =>
      entry.entries.flatMap(({ moduleRequest, isType }) =>
        moduleRequest ? [{ specifier: moduleRequest.value, isTypeOnly: isType }] : [],
      ),
    ),
    ...module.dynamicImports.flatMap(({ moduleRequest }) => {
      const text = readFileSync(join(src, file), "utf8").slice(
        moduleRequest.start,
        moduleRequest.end,
      );
      return /^["'`]/.test(text) ? [{ specifier: text.slice(1, -1), isTypeOnly: false }] : [];
    }),
  ];
  return statics.map(({ specifier, isTypeOnly }) => {
    const alias = Object.keys(ALIASES).find((prefix) => specifier.startsWith(prefix));
    if (alias) {
      return {
        from: file,
        to: `${ALIASES[alias]}${specifier.slice(alias.length)}`,
        isPackage: false,
        isTypeOnly,
      };
    }
    if (specifier.startsWith(".")) {
      const target = relative(src, resolve(src, dirname(file), specifier));
      return { from: file, to: target.split(sep).join("/"), isPackage: false, isTypeOnly };
    }
    return { from: file, to: specifier, isPackage: true, isTypeOnly };
  });
}

/** Every import of these files. */
export const imports = files.flatMap(importsOf);
/** Imports of files below src/. */
export const inner = imports.filter(({ isPackage }) => !isPackage);
/** Imports of packages. */
export const outer = imports.filter(({ isPackage }) => isPackage);

/** `studio/features/compose/x.ts` → `studio/features/compose`; `kirin/x.ts` → `kirin`. */
export function moduleOf(file: string): string {
  const [top = "", second = "", third = ""] = file.split("/");
  if (top !== "studio") return top;
  return second === "features" ? `studio/features/${third}` : `studio/${second}`;
}
