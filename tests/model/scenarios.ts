/** Short deterministic scenarios: the creator's actions and the faults around them. */
import { type Fault, NO_FAULT } from "../fake-kirin/fault.ts";
import { SLOTS_IN_USE_CODE } from "../fake-kirin/wire.ts";
import type { Creator } from "./creator.ts";
import { SCENARIO_MS } from "./run-scenario.ts";
import { type Conditions, courseOf } from "./world/conditions.ts";
import type { Page } from "./world/page.ts";
import type { World } from "./world/world.ts";

export interface Scenario {
  name: string;
  conditions?: Partial<Conditions>;
  /** Number of pages open at the start; 1 by default. */
  pageCount?: number;
  /** What the creator does once the pages are open. */
  act: (stage: Stage) => void;
  /** Time until the faults end. */
  forMs?: number;
}

interface Stage {
  world: World;
  creator: Creator;
  pages: readonly Page[];
  /** The first page. */
  page: Page;
  /** Runs something later in the scenario. */
  later: (afterMs: number, run: () => void) => void;
}

const press: Scenario["act"] = ({ creator, page }) =>
  creator.press([page], { draft: "A lighthouse" });

const QUICK_MS = 3000;
const courses = [courseOf(QUICK_MS)];

function withCreate(fault: Fault, forMs = SCENARIO_MS): Scenario {
  return {
    name: `a create: ${JSON.stringify(fault)}`,
    conditions: { creates: [fault], courses },
    act: press,
    forMs,
  };
}

function withReads(name: string, reads: Fault[], more: Partial<Conditions> = {}): Scenario {
  return { name, conditions: { reads, courses, ...more }, act: press };
}

function withPageFault(fault: Fault): Scenario {
  return {
    name: `a create on its way to the proxy: ${fault.kind}`,
    conditions: { pageCreates: [fault], courses },
    act: press,
  };
}

const pressPair: Scenario["act"] = ({ creator, page }) => {
  creator.press([page], { draft: "A lighthouse", isPair: true });
};

/** The row with this prompt in a page's library. */
function rowOf(page: Page, prompt = "A lighthouse") {
  return page.library.getState().entries.find(({ request }) => request.prompt === prompt);
}

export const SCENARIOS: readonly Scenario[] = [
  { name: "one press", conditions: { courses }, act: press },
  { name: "a pair", conditions: { courses }, act: pressPair },
  {
    name: "a click and Enter",
    conditions: { courses },
    act: ({ creator, page }) => creator.press([page], { draft: "A lighthouse", isDouble: true }),
  },
  {
    name: "two tabs with one draft",
    conditions: { courses },
    pageCount: 2,
    act: ({ creator, pages }) => creator.press(pages, { draft: "A lighthouse" }),
  },
  {
    name: "two takes of a pair in two tabs",
    conditions: { courses },
    pageCount: 2,
    act: ({ creator, pages }) =>
      creator.press(pages, { draft: "A lighthouse", isPair: true, takes: 2 }),
  },
  {
    name: "a press in a tab that does not lead",
    conditions: { courses },
    pageCount: 2,
    act: ({ creator, pages: [, second] }) =>
      second && creator.press([second], { draft: "A lighthouse" }),
  },
  withCreate({ kind: "unreachable" }),
  withCreate({ kind: "lost" }, 75_000),
  withCreate({ kind: "reset", isApplied: true }),
  withCreate({ kind: "truncated", isApplied: true }),
  withCreate({ kind: "html", isApplied: true }),
  withCreate({ kind: "status", status: 503, isApplied: true }),
  withCreate({ kind: "status", status: 503, isApplied: false }, 75_000),
  withCreate({ kind: "silent", isApplied: true }, 40_000),
  withCreate({ kind: "late", ms: 20_000, isReset: true }, 30_000),
  withCreate({ kind: "late", ms: 40_000, isReset: false }, 50_000),
  withCreate({ kind: "duplicate", isFirstAnswered: true }),
  withCreate({ kind: "duplicate", isFirstAnswered: false }),
  withCreate({ kind: "refused", status: 400, retryAfterSeconds: null }),
  withCreate({ kind: "refused", status: 402, retryAfterSeconds: null }),
  withCreate({ kind: "refused", status: 429, retryAfterSeconds: 7 }),
  withCreate({ kind: "refused", status: 429, code: SLOTS_IN_USE_CODE, retryAfterSeconds: null }),
  withCreate({ kind: "refused", status: 429, code: SLOTS_IN_USE_CODE, retryAfterSeconds: 7 }),
  withCreate({ kind: "slow", ms: 8000 }),
  withCreate({ kind: "delayed", ms: 5000 }),
  withCreate({ kind: "foreign-task" }),
  withPageFault({ kind: "lost" }),
  withPageFault({ kind: "reset" }),
  withPageFault({ kind: "silent" }),
  withReads("slow reads", [{ kind: "slow", ms: 5000 }, NO_FAULT]),
  withReads("failing reads", [{ kind: "missing" }, { kind: "reset" }, { kind: "foreign-task" }]),
  withReads("a lost answer and a task that cannot be read yet", [], {
    creates: [{ kind: "reset", isApplied: true }],
    readLagMs: 10_000,
  }),
  {
    name: "one slot for two",
    conditions: { slots: 1, courses },
    act: pressPair,
  },
  {
    name: "one slot for two, and one is cancelled",
    conditions: { slots: 1, courses: [courseOf(8000)] },
    act: (stage) => {
      pressPair(stage);
      stage.later(3000, () => {
        const held = stage.page.library.getState().entries.find(({ phase }) => phase === "held");
        if (held)
          stage.creator.act(stage.page, "cancel", () => stage.page.generations.cancel(held.id));
      });
    },
  },
  {
    name: "a cancel while the create is being sent",
    conditions: { courses },
    act: (stage) => {
      press(stage);
      stage.later(12, () => {
        const row = rowOf(stage.page);
        if (row)
          stage.creator.act(stage.page, "cancel", () => stage.page.generations.cancel(row.id));
      });
    },
  },
  {
    name: "an answer that arrives after a later one",
    conditions: {
      pageRequests: [NO_FAULT, NO_FAULT, { kind: "slow", ms: 9000 }],
      courses: [courseOf(12_000)],
    },
    act: (stage) => {
      press(stage);
      stage.later(8000, () => {
        const row = rowOf(stage.page);
        if (row)
          stage.creator.act(stage.page, "check", () => stage.page.generations.checkNow(row.id));
      });
    },
  },
  {
    name: "an answer that arrives after the end of the task",
    conditions: {
      pageRequests: [NO_FAULT, NO_FAULT, { kind: "slow", ms: 9000 }],
      courses: [courseOf(7000)],
    },
    act: (stage) => {
      press(stage);
      stage.later(9000, () => {
        const row = rowOf(stage.page);
        if (row)
          stage.creator.act(stage.page, "check", () => stage.page.generations.checkNow(row.id));
      });
    },
  },
  {
    name: "two tabs, and Kirin sets a retry time",
    conditions: {
      creates: [{ kind: "refused", status: 429, retryAfterSeconds: 9 }],
      pageRequests: [NO_FAULT, { kind: "slow", ms: 1500 }],
      courses,
    },
    pageCount: 2,
    act: ({ creator, pages: [, second] }) =>
      second && creator.press([second], { draft: "A lighthouse" }),
  },
  {
    name: "a failed task that is retried",
    conditions: { courses: [courseOf(QUICK_MS, { isFailure: true }), ...courses] },
    act: (stage) => {
      press(stage);
      stage.later(7000, () => {
        const row = rowOf(stage.page);
        if (row?.phase === "failed") stage.creator.retry(stage.page, row, "retry");
      });
    },
  },
  {
    name: "a create that never arrived and is sent again",
    conditions: { creates: [{ kind: "lost" }], courses },
    act: (stage) => {
      press(stage);
      stage.later(65_000, () => {
        const row = rowOf(stage.page);
        if (row)
          stage.creator.act(stage.page, "send again", () =>
            stage.page.generations.sendAgain(row.id),
          );
      });
    },
    forMs: 75_000,
  },
  {
    name: "a press while offline",
    conditions: { courses },
    act: (stage) => {
      stage.world.begin("offline", 6000);
      press(stage);
    },
  },
  {
    name: "a proxy that is killed during a create",
    conditions: { courses },
    act: (stage) => {
      press(stage);
      stage.later(13, () => stage.world.begin("proxy down", 4000));
    },
  },
];
