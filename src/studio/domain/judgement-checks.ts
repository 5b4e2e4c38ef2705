/** Check-lists of two clips beside each other: what was asked for, whether it came, and what that says of a verdict. */
import type { Check, CheckKind, CheckState, Remark } from "./judgement.ts";
import { wishesOf } from "./judgement-prompt.ts";

/** What one of the lists, or both, hold. */
export interface CheckRow {
  kind: CheckKind;
  text: string;
  /** Null where the list of that side has no such thing. */
  left: CheckState | null;
  right: CheckState | null;
}

/** What a check is known by. */
type CheckName = Pick<Check, "kind" | "text">;

/** The list of a clip: as it was left, or drawn from its prompt. */
export function checksOf(remark: Remark | undefined, prompt: string): readonly Check[] {
  return remark?.checks ?? wishesOf(prompt).map((wish) => ({ ...wish, state: "open" }));
}

/** Both lists as one: what both hold stands in one row, in the order of the left one. */
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

/** Says whether it came. */
export function markCheck(checks: readonly Check[], name: CheckName, state: CheckState): Check[] {
  return checks.map((check) => (isSame(check, name) ? { ...check, state } : check));
}

/** Adds what is looked for; what is there already, or nothing, is not added. */
export function addCheck(checks: readonly Check[], kind: CheckKind, text: string): Check[] {
  const name = { kind, text: text.trim() };
  if (name.text === "" || checks.some((check) => isSame(check, name))) return [...checks];
  return [...checks, { ...name, state: "open" }];
}

/** Takes it from the list. */
export function removeCheck(checks: readonly Check[], name: CheckName): Check[] {
  return checks.filter((check) => !isSame(check, name));
}

/** Words it anew, in its place. Worded as nothing, or as another that is there, it goes. */
export function rewordCheck(checks: readonly Check[], name: CheckName, text: string): Check[] {
  const next = text.trim();
  if (next === name.text) return [...checks];
  const isTaken = checks.some((check) => isSame(check, { kind: name.kind, text: next }));
  if (next === "" || isTaken) return removeCheck(checks, name);
  return checks.map((check) => (isSame(check, name) ? { ...check, text: next } : check));
}

/**
 * Reasons that ticks give for a choice: what the chosen clip met, first where the other one did not. Where none was chosen,
 * all that any of them met.
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
  const apart = met.filter((row) => row[other] === "not-met");
  return [...apart, ...met.filter((row) => !apart.includes(row))].map(textOf);
}

function textOf({ text }: CheckRow): string {
  return text;
}

function isSame(one: CheckName, other: CheckName): boolean {
  return one.kind === other.kind && one.text === other.text;
}
