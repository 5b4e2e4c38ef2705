/** Renders the life table of a generation for documents. */
import { ENTRY_PHASES, type EntryPhase } from "#studio/domain/life/library-entry.ts";
import {
  LIFE_EVENTS,
  type LIFE_TABLE,
  type LifeEventType,
} from "#studio/domain/life/life-table.ts";

type Table = typeof LIFE_TABLE;

/** The phases in which Kirin has the task. An arrow to all of them is drawn as one. */
const AT_KIRIN: readonly EntryPhase[] = ["accepted", "waiting", "completed", "failed"];
const FINAL: readonly EntryPhase[] = ["completed", "failed"];

interface Arrow {
  from: string;
  to: string;
  events: LifeEventType[];
}

/** Every phase and event as a Markdown table. */
export function lifeRows(table: Table): string {
  const rows = ENTRY_PHASES.flatMap((phase) =>
    LIFE_EVENTS.flatMap((event) => {
      const next = table[phase][event];
      if (next === undefined) return [];
      const names = next.map((each) => (each === phase ? `${each} (still)` : each));
      return [`| ${phase} | ${event} | ${names.join(", ")} |`];
    }),
  );
  return ["| phase | event | what can follow |", "| --- | --- | --- |", ...rows].join("\n");
}

/** The same as a Mermaid state diagram, without events that only change details. */
export function lifeDiagram(table: Table): string {
  const arrows = arrowsOf(table);
  const isInside = ({ from, to }: Arrow) => isAtKirin(from) && isAtKirin(to);
  const lines = (of: readonly Arrow[], indent: string) =>
    of.map(
      ({ from, to, events }) => `${indent}${name(from)} --> ${name(to)}: ${events.join(", ")}`,
    );
  return [
    "```mermaid",
    "stateDiagram-v2",
    ...ENTRY_PHASES.filter((phase) => name(phase) !== phase).map(
      (phase) => `  state "${phase}" as ${name(phase)}`,
    ),
    "  [*] --> prepared: the press of Generate",
    '  state "Kirin has it" as at_kirin {',
    ...lines(arrows.filter(isInside), "    "),
    ...FINAL.map((phase) => `    ${phase} --> [*]`),
    "  }",
    ...lines(
      arrows.filter((arrow) => !isInside(arrow)),
      "  ",
    ),
    "```",
  ].join("\n");
}

function arrowsOf(table: Table): Arrow[] {
  const arrows: Arrow[] = [];
  for (const from of ENTRY_PHASES) {
    for (const event of LIFE_EVENTS) {
      for (const to of targets(from, table[from][event] ?? [])) {
        const known = arrows.find((arrow) => arrow.from === from && arrow.to === to);
        if (known) known.events.push(event);
        else arrows.push({ from, to, events: [event] });
      }
    }
  }
  return arrows;
}

/** The targets of a phase's arrows: one for all phases at Kirin, none for the same phase. */
function targets(from: EntryPhase, next: readonly EntryPhase[]): string[] {
  const others = next.filter((phase) => phase !== from);
  const isAll = !isAtKirin(from) && AT_KIRIN.every((phase) => others.includes(phase));
  return isAll ? [...others.filter((phase) => !isAtKirin(phase)), "at_kirin"] : others;
}

function isAtKirin(phase: string): boolean {
  return AT_KIRIN.some((each) => each === phase);
}

/** Mermaid does not allow hyphens in names. */
function name(phase: string): string {
  return phase.replaceAll("-", "_");
}
