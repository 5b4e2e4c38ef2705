/**
 * The life of a generation as a table: for each phase and event, the phases that can follow. An event missing from a
 * phase's row changes nothing. docs/life-of-a-generation.md is generated from this table, and `step` in `life.ts`
 * follows it.
 */
import type { EntryPhase } from "./library-entry.ts";

/**
 * The events of an entry.
 * - `claim`: a tab is about to send the create
 * - `release`: that tab did not send it
 * - `hold`: something prevents sending
 * - `requeue`: the queue position or the time of the next try changes
 * - `withdraw`: the creator cancels an entry before it is sent
 * - `abandon`: no tab waits for the response any more
 * - `create-problem`, `read-problem`: the create or a read failed
 * - `answer`: Kirin returned the task
 * - `send-again`: the creator sends the same entry again
 * - `watch`: the creator stops or resumes watching
 * - `see`: the creator saw the result
 * - `keep`: the state of the saved clips changes
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

/** A task that exists may be charged, so it is shown in any phase. */
const PHASES_AT_KIRIN = ["accepted", "waiting", "completed", "failed"] as const;

/** For each phase and event, the phases that can follow. The same phase means that only other fields change. */
export const LIFE_TABLE: Readonly<Record<EntryPhase, Row>> = {
  prepared: {
    claim: ["sending"],
    hold: ["held"],
    requeue: ["prepared"],
    withdraw: ["withdrawn"],
    answer: PHASES_AT_KIRIN,
  },
  held: {
    claim: ["sending"],
    hold: ["held"],
    requeue: ["held"],
    withdraw: ["withdrawn"],
    answer: PHASES_AT_KIRIN,
  },
  sending: {
    release: ["prepared"],
    abandon: ["unknown"],
    "create-problem": ["unknown", "held", "refused"],
    answer: PHASES_AT_KIRIN,
  },
  unknown: {
    release: ["prepared"],
    "create-problem": ["unknown", "held", "refused"],
    answer: PHASES_AT_KIRIN,
    "read-problem": ["unknown", "never-arrived", "refused"],
  },
  "never-arrived": { "send-again": ["prepared"], answer: PHASES_AT_KIRIN },
  accepted: {
    answer: PHASES_AT_KIRIN,
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
  refused: { answer: PHASES_AT_KIRIN },
  lost: { answer: PHASES_AT_KIRIN, watch: ["waiting"] },
  withdrawn: { answer: PHASES_AT_KIRIN },
};
