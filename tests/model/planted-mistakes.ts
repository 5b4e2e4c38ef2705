/** Mistakes that a studio like this one is made of, each a change of a few words in its source. */

export interface PlantedMistake {
  name: string;
  /** Text of a source file, found exactly once, and what stands there instead. */
  changes: { file: string; from: string; to: string }[];
  /** The stories of `tests/model/core/scenarios.ts` that are enough to find it. */
  stories: string[];
  /** The rule that tells of it. */
  rule: string;
}

const GENERATIONS = "src/studio/features/generations";
const LIFE = "src/studio/domain/life/life.ts";
const FAILED_READ = "src/studio/domain/life/failed-read.ts";
const TABLE = "src/studio/domain/life/life-table.ts";

export const PLANTED_MISTAKES: readonly PlantedMistake[] = [
  {
    name: "a new id for every try",
    changes: [
      {
        file: `${GENERATIONS}/background/sending/dispatcher.ts`,
        from: "await deps.createGeneration(request);",
        to: "await deps.createGeneration({ ...request, external_task_id: deps.newId() });",
      },
    ],
    stories: ["one press"],
    rule: "unjournalled",
  },
  {
    name: "sent before the claim is on the disk",
    changes: [
      {
        file: `${GENERATIONS}/background/sending/dispatcher.ts`,
        from: "const claim = await claimEntry(deps, plan.next);",
        to: "const early = deps.createGeneration(plan.next.request);\n      const claim = await claimEntry(deps, plan.next);",
      },
      {
        file: `${GENERATIONS}/background/sending/dispatcher.ts`,
        from: "void create(claim.entry, claim.release);",
        to: "void create(claim.entry, claim.release, early);",
      },
      {
        file: `${GENERATIONS}/background/sending/dispatcher.ts`,
        from: "async function create(sent: LibraryEntry, release: () => void)",
        to: "async function create(sent: LibraryEntry, release: () => void, early: any)",
      },
      {
        file: `${GENERATIONS}/background/sending/dispatcher.ts`,
        from: "await deps.createGeneration(request);",
        to: "await early;",
      },
    ],
    stories: ["one press"],
    rule: "unclaimed",
  },
  {
    name: "a press that is not known again in another tab",
    changes: [
      {
        file: `${GENERATIONS}/prepare-entries.ts`,
        from: "pressKey: pressKey(press, request, take),",
        to: "pressKey: null,",
      },
    ],
    stories: ["two tabs with one draft"],
    rule: "two rows",
  },
  {
    name: "put for add: the database replaces what is there, and asks nothing of presses",
    changes: [
      {
        file: "tests/model/core/disk.ts",
        from: "if (earlier.length > 0) return earlier;",
        to: "if (earlier.length > 9) return earlier;",
      },
    ],
    stories: ["two tabs with one draft"],
    rule: "two rows",
  },
  {
    name: "a page that leaves ends its create",
    changes: [
      {
        file: "src/proxy/generations/generations.ts",
        from: "const creating = create(scope, body.value);",
        to: `const { upstream } = scope.proxy;
  const fetch: typeof upstream.fetch = (url, init) =>
    upstream.fetch(url, { ...init, signal: AbortSignal.any([init.signal, request.signal]) });
  const proxy = { ...scope.proxy, upstream: { ...upstream, fetch } };
  const creating = create({ ...scope, proxy }, body.value);`,
      },
    ],
    stories: [`a create: {"kind":"delayed","ms":5000}`],
    rule: "abandoned",
  },
  {
    name: "no time to settle: not found is never arrived",
    changes: [{ file: FAILED_READ, from: "< 2 * createTimeoutMs", to: "< 0 * createTimeoutMs" }],
    stories: ["a lost answer, and a task that cannot be read yet"],
    rule: "premature",
  },
  {
    name: "a create of unknown outcome is sent again",
    changes: [
      {
        file: LIFE,
        from: `return { ...entry, phase: "unknown", problem, isConflict: entry.isConflict || isConflict };`,
        to: `return { ...entry, phase: "prepared", problem, isConflict: false };`,
      },
    ],
    stories: [`a create: {"kind":"reset","isApplied":true}`],
    rule: "blind",
  },
  {
    name: "a claim that asks nothing of the row",
    changes: [
      {
        file: `${GENERATIONS}/background/sending/send-rules.ts`,
        from: "if (entry.attempts !== attempts) return entry;",
        to: `if (entry.phase !== "held") {
    return { ...entry, phase: "sending", attempts: entry.attempts + 1, sentAt: now.toISOString() };
  }`,
      },
    ],
    stories: ["a press in a tab that does not lead"],
    rule: "blind",
  },
  {
    name: "a claim of a row that was told to wait meanwhile",
    changes: [
      {
        file: `${GENERATIONS}/background/sending/send-rules.ts`,
        from: "if (entry.attempts !== attempts) return entry;",
        to: "",
      },
    ],
    stories: ["two tabs, and Kirin names a time"],
    rule: "impatient",
  },
  {
    name: "an older answer overwrites a newer one",
    changes: [
      {
        file: LIFE,
        from: "if (!isEnd && isOlder(entry, event)) return entry;",
        to: "",
      },
    ],
    stories: ["an answer that a later one overtakes"],
    rule: "backwards",
  },
  {
    name: "an end that can change",
    changes: [
      {
        file: TABLE,
        from: `completed: { see: ["completed"], keep: ["completed"] },`,
        to: `completed: { answer: FOUND, see: ["completed"], keep: ["completed"] },`,
      },
      {
        file: LIFE,
        from: "if (!isEnd && isOlder(entry, event)) return entry;",
        to: "",
      },
    ],
    stories: ["an answer that the end overtakes"],
    rule: "unended",
  },
  {
    name: "Retry-After is forgotten",
    changes: [
      {
        file: "src/studio/domain/life/hold.ts",
        from: "const isAsked = retryAfterSeconds !== undefined;",
        to: "const isAsked = false;",
      },
    ],
    stories: [`a create: {"kind":"refused","status":429,"code":"1303","retryAfterSeconds":7}`],
    rule: "impatient",
  },
  {
    name: "an answer about another task is taken for ours",
    changes: [{ file: LIFE, from: "if (!isAboutEntry(entry, answer)) return entry;", to: "" }],
    stories: [`a create: {"kind":"stranger"}`],
    rule: "foreign",
  },
  {
    name: "lost at the first “no such task”",
    changes: [
      {
        file: FAILED_READ,
        from: "return missing.reads >= MISSING_READS && ms >= MISSING_MS;",
        to: "return missing.reads >= 1 && ms >= 0;",
      },
    ],
    stories: ["reads that fail"],
    rule: "premature",
  },
  {
    name: "“this id was used before” is a refusal",
    changes: [
      {
        file: LIFE,
        from: `const isConflict = problem.code === "duplicate-task-id";`,
        to: "const isConflict = false;",
      },
    ],
    stories: [`a create: {"kind":"duplicate","isFirstAnswered":false}`],
    rule: "lost",
  },
  {
    name: "nobody looks for creates that were left behind",
    changes: [
      {
        file: `${GENERATIONS}/background/sending/abandoned-creates.ts`,
        from: `phase === "sending" && !deps.sending.has(id)`,
        to: `phase === "sending" && deps.sending.has(id)`,
      },
    ],
    stories: ["one press"],
    rule: "restless",
  },
  {
    name: "a broken connection is a refusal",
    changes: [
      {
        file: "src/proxy/responses/problem-rules.ts",
        from: `"upstream-reset": [\n    502,\n    "unknown",`,
        to: `"upstream-reset": [\n    502,\n    "refused",`,
      },
    ],
    stories: [`a create: {"kind":"reset","isApplied":true}`],
    rule: "lost",
  },
  {
    name: "the proxy tries a failed create once more",
    changes: [
      {
        file: "src/proxy/generations/generations.ts",
        from: `const task = readTaskReply(reply, "create");\n  if (!task.ok)`,
        to: `const task = readTaskReply(reply, "create");\n  if (!task.ok && requestId !== "again") return create({ ...scope, requestId: "again" }, request);\n  if (!task.ok)`,
      },
    ],
    stories: [`a create: {"kind":"status","status":503,"isApplied":false}`],
    rule: "repeated",
  },
  {
    name: "what is being sent can be taken back",
    changes: [
      {
        file: TABLE,
        from: `sending: {\n    release: ["prepared"],`,
        to: `sending: {\n    withdraw: ["withdrawn"],\n    release: ["prepared"],`,
      },
      {
        // Looking for late arrivals would find it after all.
        file: "src/studio/domain/life/entry-rules.ts",
        from: `|| (phase === "withdrawn" && attempts > 0)`,
        to: "",
      },
    ],
    stories: ["what is just being sent cannot be taken back"],
    rule: "lost",
  },
  {
    name: "money is counted twice",
    changes: [
      {
        file: "src/studio/domain/usage/usage.ts",
        from: "sumMoney(charges.flatMap(({ costs }) => costs))",
        to: "sumMoney(charges.flatMap(({ costs }) => [...costs, ...costs]))",
      },
    ],
    stories: ["one press"],
    rule: "money",
  },
  {
    name: "a tab that takes the lead believes what it remembers",
    changes: [
      {
        file: "src/studio/storage/library/library.ts",
        from: 'refresh: () => (store.getState().status === "loading" ? load() : readDisk()),',
        to: "refresh: () => load(),",
      },
      {
        file: "src/studio/storage/library/library.ts",
        from: "    announce(unfinishedIds(read.value.entries));",
        to: "",
      },
    ],
    stories: ["a press in a tab that does not lead", "two tabs with one draft"],
    rule: "restless",
  },
];
