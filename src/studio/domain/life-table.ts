/**
 * The life of a generation as a table: for every phase and event, the phases that can follow. An event that a phase has
 * no line for changes nothing. docs/life-of-a-generation.md is drawn from this table, and `step` in `life.ts` obeys it.
 */
import type { EntryPhase } from "./library-entry.ts";

/**
 * What can happen to an entry.
 * `claim`: a tab is about to send it · `release`: it did not, after all · `hold`: something stands in the way of sending ·
 * `abandon`: nobody waits for the answer any more · `answer`: Kirin told of the task · `create-problem`, `read-problem`:
 * the create or a read failed · the creator's own: `send-again`, `withdraw`, `watch`, `see` · `keep`: about its clips ·
 * `requeue`: its place in the queue or the time of its next try.
 */
export const LIFE_EVENTS = [
  "claim",
  "release",
  "hold",
  "requeue",
  "withdraw",
  "abandon",
  "create-problem",
  "answer",
  "read-problem",
  "send-again",
  "watch",
  "see",
  "keep",
] as const;
export type LifeEventType = (typeof LIFE_EVENTS)[number];

type Row = Readonly<Partial<Record<LifeEventType, readonly EntryPhase[]>>>;

/** Money's truth first: a task that exists is shown, whatever was believed before. */
const FOUND = ["accepted", "waiting", "completed", "failed"] as const;

/** Phase, event, phases that can follow (the phase itself, where only its particulars change). */
export const LIFE_TABLE: Readonly<Record<EntryPhase, Row>> = {
  prepared: {
    claim: ["sending"],
    hold: ["held"],
    requeue: ["prepared"],
    withdraw: ["withdrawn"],
    answer: FOUND,
  },
  held: {
    claim: ["sending"],
    hold: ["held"],
    requeue: ["held"],
    withdraw: ["withdrawn"],
    answer: FOUND,
  },
  sending: {
    release: ["prepared"],
    abandon: ["unknown"],
    "create-problem": ["unknown", "held", "refused"],
    answer: FOUND,
  },
  unknown: {
    release: ["prepared"],
    "create-problem": ["unknown", "held", "refused"],
    answer: FOUND,
    "read-problem": ["unknown", "never-arrived", "refused"],
  },
  "never-arrived": { "send-again": ["prepared"], answer: FOUND },
  accepted: {
    answer: FOUND,
    "read-problem": ["accepted", "lost"],
    watch: ["accepted"],
  },
  waiting: {
    answer: ["waiting", "completed", "failed"],
    "read-problem": ["waiting", "lost"],
    watch: ["waiting"],
  },
  completed: { see: ["completed"], keep: ["completed"] },
  failed: { see: ["failed"] },
  refused: { answer: FOUND },
  lost: { answer: FOUND, watch: ["waiting"] },
  withdrawn: { answer: FOUND },
};
