/** The rules of every trial. Each text describes the violation. */
export const RULES = {
  lost: "a task of the ledger is shown in no row",
  doubled: "a task is shown in more than one row",
  "foreign task": "a row shows a task that Kirin did not make for it",
  "wrong end": "a row has another outcome than its task",
  "end changed": "a row changes after its end",
  backwards: "a running task is shown as queued again",
  "row gone": "a row that was on disk is gone",
  "doubled press": "one press made more rows than it asked for",
  "partial press": "one press made fewer rows than it asked for",
  unsettled: "a row is neither finished nor waiting for the creator",
  "unrecorded create": "a create arrived at Kirin before its row was on disk",
  "unclaimed create": "a tab sent a create that it had not claimed on disk",
  "blind resend": "a tab sent a create again although Kirin has it or is about to",
  "early resend": "a tab sent a create before the retry time that Kirin had set",
  "id reused": "two creates with the same id have different requests",
  "proxy retry": "the proxy sent a create more than once",
  "abandoned create": "the proxy had a create and Kirin never got it",
  "given up early": "a row was given up although Kirin has its task",
  "too many reads": "a tab has more reads in flight than it may",
  "early read": "a tab read a task again too soon",
  "wrong money": "the usage screen shows another sum than was charged",
  endless: "the studio is in an endless loop",
} as const;

export type Rule = keyof typeof RULES;

export interface Violation {
  rule: Rule;
  text: string;
}
