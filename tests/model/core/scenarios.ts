/** Short stories of a creator and a troubled Kirin, each the same every time. */

import { type Fault, NO_FAULT } from "../../fake-kirin/fault.ts";
import { FULL_CODE } from "../../fake-kirin/wire.ts";
import { Creator } from "./creator.ts";
import type { Realm } from "./realm.ts";
import { fateOf, type Weather } from "./weather.ts";
import { World } from "./world.ts";

export interface Scenario {
  name: string;
  weather?: Partial<Weather>;
  /** Tabs that are open from the beginning; one, unless it says otherwise. */
  tabCount?: number;
  /** What the creator does, after the tabs had time to open. */
  act: (stage: Stage) => void;
  /** How long it goes on before the troubles end. */
  forMs?: number;
}

interface Stage {
  world: World;
  creator: Creator;
  tabs: readonly Realm[];
  /** The tab that is pressed in. */
  tab: Realm;
  /** Has something happen later in the story. */
  later: (afterMs: number, act: () => void) => void;
}

/** A story that is being told. */
export interface Telling {
  world: World;
  creator: Creator;
  tabs: readonly Realm[];
}

const OPEN_MS = 50;
const STORY_MS = 15_000;

/** A tab that goes before one of its points. */
export interface Drop {
  tab: number;
  at: number;
}

/** Tells a story up to where the troubles end. */
export async function tell(
  scenario: Scenario,
  drops: readonly Drop[],
  isTraced = false,
): Promise<Telling> {
  const world = new World(scenario.weather, isTraced);
  const creator = new Creator(world);
  const tabs = Array.from({ length: scenario.tabCount ?? 1 }, () => world.openTab());
  const [tab] = tabs;
  for (const drop of drops) {
    const dropped = tabs[drop.tab];
    if (dropped) dropped.dropAt = drop.at;
  }
  await world.advance(OPEN_MS);
  const later = (afterMs: number, act: () => void) => {
    world.clock.after(afterMs, act);
  };
  if (tab !== undefined) scenario.act({ world, creator, tabs, tab, later });
  await world.advance(scenario.forMs ?? STORY_MS);
  return { world, creator, tabs };
}

const press: Scenario["act"] = ({ creator, tab }) =>
  creator.press([tab], { draft: "A lighthouse" });

const QUICK_MS = 3000;
const fates = [fateOf(QUICK_MS)];

function withCreate(fault: Fault, forMs = STORY_MS): Scenario {
  return {
    name: `a create: ${JSON.stringify(fault)}`,
    weather: { creates: [fault], fates },
    act: press,
    forMs,
  };
}

function withReads(name: string, reads: Fault[], more: Partial<Weather> = {}): Scenario {
  return { name, weather: { reads, fates, ...more }, act: press };
}

function withLink(fault: Fault): Scenario {
  return {
    name: `the way to the proxy: ${fault.kind}`,
    weather: { createLinks: [fault], fates },
    act: press,
  };
}

const pressPair: Scenario["act"] = ({ creator, tab }) => {
  creator.press([tab], { draft: "A lighthouse", isPair: true });
};

/** The row of a prompt, as a tab shows it. */
function rowOf(tab: Realm, prompt = "A lighthouse") {
  return tab.library.getState().entries.find(({ request }) => request.prompt === prompt);
}

export const SCENARIOS: readonly Scenario[] = [
  { name: "one press", weather: { fates }, act: press },
  { name: "a pair", weather: { fates }, act: pressPair },
  {
    name: "a click and Enter",
    weather: { fates },
    act: ({ creator, tab }) => creator.press([tab], { draft: "A lighthouse", isDouble: true }),
  },
  {
    name: "two tabs with one draft",
    weather: { fates },
    tabCount: 2,
    act: ({ creator, tabs }) => creator.press(tabs, { draft: "A lighthouse" }),
  },
  {
    name: "two takes of both, in two tabs",
    weather: { fates },
    tabCount: 2,
    act: ({ creator, tabs }) =>
      creator.press(tabs, { draft: "A lighthouse", isPair: true, takes: 2 }),
  },
  {
    name: "a press in a tab that does not lead",
    weather: { fates },
    tabCount: 2,
    act: ({ creator, tabs: [, second] }) =>
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
  withCreate({ kind: "refused", status: 429, code: FULL_CODE, retryAfterSeconds: null }),
  withCreate({ kind: "refused", status: 429, code: FULL_CODE, retryAfterSeconds: 7 }),
  withCreate({ kind: "slow", ms: 8000 }),
  withCreate({ kind: "delayed", ms: 5000 }),
  withCreate({ kind: "stranger" }),
  withLink({ kind: "lost" }),
  withLink({ kind: "reset" }),
  withLink({ kind: "silent" }),
  withReads("reads that are late", [{ kind: "slow", ms: 5000 }, NO_FAULT]),
  withReads("reads that fail", [{ kind: "missing" }, { kind: "reset" }, { kind: "stranger" }]),
  withReads("a lost answer, and a task that cannot be read yet", [], {
    creates: [{ kind: "reset", isApplied: true }],
    readLagMs: 10_000,
  }),
  {
    name: "one slot for two",
    weather: { slots: 1, fates },
    act: pressPair,
  },
  {
    name: "one slot for two, and one is taken back",
    weather: { slots: 1, fates: [fateOf(8000)] },
    act: (stage) => {
      pressPair(stage);
      stage.later(3000, () => {
        const held = stage.tab.library.getState().entries.find(({ phase }) => phase === "held");
        if (held)
          stage.creator.act(stage.tab, "cancel", () => stage.tab.generations.cancel(held.id));
      });
    },
  },
  {
    name: "what is just being sent cannot be taken back",
    weather: { fates },
    act: (stage) => {
      press(stage);
      stage.later(12, () => {
        const row = rowOf(stage.tab);
        if (row) stage.creator.act(stage.tab, "cancel", () => stage.tab.generations.cancel(row.id));
      });
    },
  },
  {
    name: "an answer that a later one overtakes",
    weather: {
      links: [NO_FAULT, NO_FAULT, { kind: "slow", ms: 9000 }],
      fates: [fateOf(12_000)],
    },
    act: (stage) => {
      press(stage);
      stage.later(8000, () => {
        const row = rowOf(stage.tab);
        if (row)
          stage.creator.act(stage.tab, "check", () => stage.tab.generations.checkNow(row.id));
      });
    },
  },
  {
    name: "an answer that the end overtakes",
    weather: {
      links: [NO_FAULT, NO_FAULT, { kind: "slow", ms: 9000 }],
      fates: [fateOf(7000)],
    },
    act: (stage) => {
      press(stage);
      stage.later(9000, () => {
        const row = rowOf(stage.tab);
        if (row)
          stage.creator.act(stage.tab, "check", () => stage.tab.generations.checkNow(row.id));
      });
    },
  },
  {
    name: "two tabs, and Kirin names a time",
    weather: {
      creates: [{ kind: "refused", status: 429, retryAfterSeconds: 9 }],
      links: [NO_FAULT, { kind: "slow", ms: 1500 }],
      fates,
    },
    tabCount: 2,
    act: ({ creator, tabs: [, second] }) =>
      second && creator.press([second], { draft: "A lighthouse" }),
  },
  {
    name: "a failed task, tried again",
    weather: { fates: [fateOf(QUICK_MS, { isFailure: true }), ...fates] },
    act: (stage) => {
      press(stage);
      stage.later(7000, () => {
        const row = rowOf(stage.tab);
        if (row?.phase === "failed") stage.creator.again(stage.tab, row, "retry");
      });
    },
  },
  {
    name: "a create that never arrived, sent again",
    weather: { creates: [{ kind: "lost" }], fates },
    act: (stage) => {
      press(stage);
      stage.later(65_000, () => {
        const row = rowOf(stage.tab);
        if (row)
          stage.creator.act(stage.tab, "send again", () => stage.tab.generations.sendAgain(row.id));
      });
    },
    forMs: 75_000,
  },
  {
    name: "a press while offline",
    weather: { fates },
    act: (stage) => {
      stage.world.begin("offline", 6000);
      press(stage);
    },
  },
  {
    name: "a proxy that is killed in the middle",
    weather: { fates },
    act: (stage) => {
      press(stage);
      stage.later(13, () => stage.world.begin("proxy-away", 4000));
    },
  },
];
