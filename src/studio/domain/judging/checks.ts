/**
 * Checklists of two clips side by side: what the prompt asked for, whether it was met, and which reasons follow from
 * it.
 */
import type { Check, CheckKind, CheckState, Remark } from "./judgement.ts";
import { requirementsOf } from "./prompt-requirements.ts";

/** A check that is in one or both lists. */
export interface CheckRow {
  kind: CheckKind;
  text: string;
  /** Null if that side's list does not have the check. */
  left: CheckState | null;
  right: CheckState | null;
}

/** The identity of a check. */
type CheckName = Pick<Check, "kind" | "text">;

/** The saved checklist of a clip, or one derived from its prompt. */
export function checksOf(remark: Remark | undefined, prompt: string): readonly Check[] {
  return (
    remark?.checks ??
    requirementsOf(prompt).map((requirement) => ({ ...requirement, state: "open" }))
  );
}

/** Merges both lists. A check in both becomes one row. The rows keep the order of the left list. */
export function mergeChecks(left: readonly Check[], right: readonly Check[]): CheckRow[] {
  const stateIn = (checks: readonly Check[], name: CheckName) =>
    checks.find((check) => isSame(check, name))?.state ?? null;
  const onlyRight = right.filter((check) => !left.some((other) => isSame(check, other)));
  return [...left, ...onlyRight].map(({ kind, text }) => ({
    kind,
    text,
    left: stateIn(left, { kind, text }),
    right: stateIn(right, { kind, text }),
  }));
}

/** Sets the state of a check. */
export function markCheck(checks: readonly Check[], name: CheckName, state: CheckState): Check[] {
  return checks.map((check) => (isSame(check, name) ? { ...check, state } : check));
}

/** Adds a check, unless it is empty or already in the list. */
export function addCheck(checks: readonly Check[], kind: CheckKind, text: string): Check[] {
  const name = { kind, text: text.trim() };
  if (name.text === "" || checks.some((check) => isSame(check, name))) return [...checks];
  return [...checks, { ...name, state: "open" }];
}

/** Removes a check. */
export function removeCheck(checks: readonly Check[], name: CheckName): Check[] {
  return checks.filter((check) => !isSame(check, name));
}

/** Renames a check in place. Removes it if the new text is empty or already in the list. */
export function rewordCheck(checks: readonly Check[], name: CheckName, text: string): Check[] {
  const next = text.trim();
  if (next === name.text) return [...checks];
  const isTaken = checks.some((check) => isSame(check, { kind: name.kind, text: next }));
  if (next === "" || isTaken) return removeCheck(checks, name);
  return checks.map((check) => (isSame(check, name) ? { ...check, text: next } : check));
}

/**
 * Suggests reasons for a choice: the checks that the chosen clip met, starting with those that the other one did not.
 * If no clip was chosen, all checks that either clip met.
 */
export function suggestReasons(
  rows: readonly CheckRow[],
  chosen: "left" | "right" | null,
): string[] {
  if (chosen === null) {
    return rows.filter(({ left, right }) => left === "met" || right === "met").map(textOf);
  }
  const other = chosen === "left" ? "right" : "left";
  const met = rows.filter((row) => row[chosen] === "met");
  const onlyChosen = met.filter((row) => row[other] === "not-met");
  return [...onlyChosen, ...met.filter((row) => !onlyChosen.includes(row))].map(textOf);
}

function textOf({ text }: CheckRow): string {
  return text;
}

function isSame(one: CheckName, other: CheckName): boolean {
  return one.kind === other.kind && one.text === other.text;
}
