/** Scores of a mutation run, without the mutants that no test can notice. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./run.mjs";

/**
 * A mutant that behaves like the original.
 * @typedef {object} Equivalent
 * @property {string} file
 * @property {string} line Text of the line where the mutant begins, trimmed.
 * @property {string} mutator Name of Stryker's mutator.
 * @property {string} [replacement] Only this replacement; without it, every mutant of the mutator on that line.
 * @property {string} reason
 */

/**
 * @typedef {object} Survivor
 * @property {string} file
 * @property {number} at Line number.
 * @property {string} line
 * @property {string} mutator
 * @property {string} replacement
 * @property {boolean} isCovered Whether any test runs it.
 */

/**
 * @typedef {object} Score
 * @property {number} killed Mutants that a test noticed, time-outs included.
 * @property {number} timeouts Of these, mutants that ended by a time limit. Many of them mean a busy machine.
 * @property {number} equivalent
 * @property {Survivor[]} survivors
 * @property {Equivalent[]} unused Listed equivalents without a survivor: noticed now, changed, or outside of the run.
 * @property {number} percent
 */

/**
 * @typedef {object} Mutant
 * @property {string} id
 * @property {string} status
 * @property {string} [statusReason]
 * @property {string} mutatorName
 * @property {string} [replacement]
 * @property {{ start: { line: number } }} location
 */

/**
 * Reads the report of a module's run and the list of its equivalent mutants.
 * @param {string} name
 * @param {number} sample Every n-th mutant was run. Stryker reports the uncovered ones of the others, too.
 * @returns {Score}
 */
export function readScore(name, sample = 1) {
  /** @type {{ files: Record<string, { source: string, mutants: Mutant[] }> }} */
  const report = readJson(`.cache/mutation-reports/${name}.json`);
  const list = `tests/mutation/equivalents/${name}.json`;
  /** @type {Equivalent[]} */
  const equivalents = existsSync(join(root, list)) ? readJson(list) : [];
  const used = new Set();
  let killed = 0;
  let timeouts = 0;
  let equivalent = 0;
  /** @type {Survivor[]} */
  const survivors = [];
  for (const [file, { source, mutants }] of Object.entries(report.files)) {
    const lines = source.split("\n");
    for (const mutant of mutants) {
      if (Number(mutant.id) % sample !== 0) continue;
      if (mutant.status === "Killed" || mutant.status === "Timeout") killed += 1;
      if (isTimeout(mutant)) timeouts += 1;
      if (mutant.status !== "Survived" && mutant.status !== "NoCoverage") continue;
      const survivor = toSurvivor(file, lines, mutant);
      const entry = equivalents.find((each) => isSame(each, survivor));
      if (entry) {
        used.add(entry);
        equivalent += 1;
      } else {
        survivors.push(survivor);
      }
    }
  }
  const total = killed + survivors.length;
  return {
    killed,
    timeouts,
    equivalent,
    survivors,
    unused: equivalents.filter((each) => !used.has(each)),
    percent: total === 0 ? 100 : (100 * killed) / total,
  };
}

/**
 * Whether the mutant ended by the limit of the whole run, or a test by its own.
 * @param {Mutant} mutant
 */
function isTimeout({ status, statusReason = "" }) {
  return status === "Timeout" || /^(?:Test|Hook) timed out/.test(statusReason);
}

/**
 * @param {string} file
 * @param {string[]} lines
 * @param {Mutant} mutant
 * @returns {Survivor}
 */
function toSurvivor(file, lines, mutant) {
  const at = mutant.location.start.line;
  return {
    file,
    at,
    line: (lines[at - 1] ?? "").trim(),
    mutator: mutant.mutatorName,
    replacement: mutant.replacement ?? "",
    isCovered: mutant.status === "Survived",
  };
}

/**
 * @param {Equivalent} entry
 * @param {Survivor} survivor
 */
function isSame(entry, survivor) {
  return (
    entry.file === survivor.file &&
    entry.line === survivor.line &&
    entry.mutator === survivor.mutator &&
    (entry.replacement === undefined || entry.replacement === survivor.replacement)
  );
}

/** @param {string} path Inside the project. */
function readJson(path) {
  return JSON.parse(readFileSync(join(root, path), "utf8"));
}
