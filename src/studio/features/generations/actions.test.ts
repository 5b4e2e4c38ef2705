import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Generation } from "#contract/generation.ts";
import type { ApiResult } from "#studio/api/http.ts";
import { studioProblem } from "#studio/domain/studio-problem.ts";
import type { Library } from "#studio/storage/library.ts";
import {
  aCompletedEntry,
  aGeneration,
  anEntry,
  aProblem,
  atSecond,
  aWatchedEntry,
  NOON,
} from "#studio/testing/fixtures.ts";
import { domFault, MemoryDisk } from "#studio/testing/memory-library.ts";
import { createGenerationActions, type GenerationActions } from "./actions.ts";
import type { GenerationDeps } from "./generation-deps.ts";

let disk: MemoryDisk;
let library: Library;
let nowMs: number;
let answers: ((result: ApiResult<Generation>) => void)[];
let deps: GenerationDeps;
let actions: GenerationActions;
const create = vi.fn<GenerationDeps["createGeneration"]>();
const read = vi.fn<GenerationDeps["readGeneration"]>();

const CONFIG = {
  upstream: "live",
  model: "kirin_v2_6_t2v",
  hasKey: true,
  createTimeoutMs: 30_000,
  readTimeoutMs: 15_000,
  pollMinMs: 2000,
} as const;

beforeEach(() => {
  disk = new MemoryDisk();
  library = disk.open();
  nowMs = Date.parse(NOON);
  answers = [];
  create.mockReset().mockImplementation(() => new Promise((resolve) => answers.push(resolve)));
  read.mockReset();
  let minted = 0;
  deps = {
    library,
    createGeneration: create,
    readGeneration: read,
    readConfig: async () => ({ ok: true, value: CONFIG }),
    askToKeepLibrary: () => {},
    newId: () => {
      minted += 1;
      return `id-${minted}`;
    },
    now: () => new Date(nowMs),
    sending: new Set(),
  };
  actions = createGenerationActions(deps);
});

const request = { prompt: "A lighthouse at dusk" };
const submit = () => actions.submitGenerations([request], { pair: false });

describe("journal before money", () => {
  test("the entry is on the disk before a byte leaves, with its id as the task id", async () => {
    create.mockImplementation(async (body) => {
      expect(disk.rows.get("id-1")).toMatchObject({ phase: "sending", request: body });
      return { ok: true, value: aGeneration({ externalTaskId: "id-1" }) };
    });
    expect(await submit()).toEqual({ ok: true, ids: ["id-1"] });
    expect(create).toHaveBeenCalledExactlyOnceWith({ ...request, external_task_id: "id-1" });
    await vi.waitFor(() => expect(disk.rows.get("id-1")?.phase).toBe("watching"));
  });

  test("if it cannot be written nothing is sent, and the reason is told", async () => {
    await library.load();
    disk.fault = domFault("QuotaExceededError");
    expect(await submit()).toMatchObject({
      ok: false,
      problem: { code: "storage-full", outcome: "not-sent" },
    });
    expect(create).not.toHaveBeenCalled();
    expect(deps.sending.size).toBe(0);
  });

  test("a pair is journalled whole, then sent", async () => {
    const pair = [request, { ...request, mode: "pro" as const }];
    const result = await actions.submitGenerations(pair, { pair: true });
    expect(result).toMatchObject({ ok: true, ids: [expect.any(String), expect.any(String)] });
    const [first, second] = library.getSnapshot().entries;
    expect(first?.pairId).toBeTruthy();
    expect(first?.pairId).toBe(second?.pairId);
    expect(create).toHaveBeenCalledTimes(2);
  });

  test("two clicks of a shaky finger are one generation; a later one is another", async () => {
    const [first, second] = await Promise.all([submit(), submit()]);
    expect(first).toEqual(second);
    nowMs += 200;
    expect(await submit()).toEqual(first);
    nowMs += 2000;
    expect(await submit()).not.toEqual(first);
    expect(create).toHaveBeenCalledTimes(2);
  });

  test("a press while the same is still being written down is the same press", async () => {
    let open = () => {};
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    const load = () => opened;
    actions = createGenerationActions({ ...deps, library: { ...library, load } });
    const first = submit();
    nowMs += 5000;
    const second = submit();
    open();
    expect(await second).toEqual(await first);
    expect(create).toHaveBeenCalledTimes(1);
  });

  test("a task id that the library has is not sent a second time", async () => {
    await library.add([aWatchedEntry({ id: "mine" })]);
    const result = await actions.submitGenerations([{ ...request, external_task_id: "mine" }], {
      pair: false,
    });
    expect(result).toMatchObject({ ok: false, problem: { code: "task-id-in-use" } });
    expect(create).not.toHaveBeenCalled();
  });
});

describe("a create that failed", () => {
  test.each([
    ["refused", "refused"],
    ["not-sent", "refused"],
    ["unknown", "unknown"],
  ] as const)(
    "with the outcome %s leaves the entry %s, and is not repeated",
    async (outcome, phase) => {
      await submit();
      answers[0]?.({ ok: false, problem: aProblem("upstream-error", { outcome }) });
      await vi.waitFor(() => expect(library.get("id-1")?.phase).toBe(phase));
      expect(create).toHaveBeenCalledTimes(1);
      expect(deps.sending.size).toBe(0);
    },
  );
});

describe("an unanswered create", () => {
  beforeEach(() =>
    library.add([anEntry({ phase: "unknown", problem: aProblem("upstream-timeout") })]),
  );

  test("is adopted when Kirin has it", async () => {
    read.mockResolvedValue({ ok: true, value: aGeneration() });
    await actions.recheck("entry-1");
    expect(read).toHaveBeenCalledExactlyOnceWith("entry-1", undefined);
    expect(library.get("entry-1")).toMatchObject({ phase: "watching", problem: null });
  });

  test("cannot be retried while nobody knows", async () => {
    await actions.retry("entry-1");
    expect(create).not.toHaveBeenCalled();
    expect(library.getSnapshot().entries).toHaveLength(1);
  });

  test("that never arrived is sent again under the same id, once", async () => {
    nowMs += 60_000;
    read.mockResolvedValue({ ok: false, problem: aProblem("task-not-found") });
    await actions.recheck("entry-1");
    expect(library.get("entry-1")?.problem?.code).toBe("never-arrived");

    await Promise.all([actions.retry("entry-1"), actions.retry("entry-1")]);
    expect(create).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ external_task_id: "entry-1" }),
    );
    expect(library.get("entry-1")).toMatchObject({ phase: "sending", sentAt: atSecond(60) });
  });
});

describe("sending again what never arrived", () => {
  const problem = studioProblem("never-arrived", { detail: "", retryable: true });
  const lost = anEntry({ phase: "refused", problem });
  beforeEach(() => library.add([lost]));

  test("is left to another tab that was quicker, and to that tab's fate", async () => {
    disk.rows.set(lost.id, { ...lost, phase: "sending", problem: null });
    await actions.retry(lost.id);
    expect(create).not.toHaveBeenCalled();
    expect(deps.sending.size).toBe(0);
  });

  test("is not done while it cannot be written down", async () => {
    disk.fault = domFault("QuotaExceededError");
    expect(await actions.retry(lost.id)).toMatchObject({
      ok: false,
      problem: { code: "storage-full", outcome: "not-sent" },
    });
    expect(create).not.toHaveBeenCalled();
    expect(deps.sending.size).toBe(0);
    expect(library.get(lost.id)).toEqual(lost);
  });
});

describe("a retry", () => {
  const failed = aCompletedEntry({
    id: "failed",
    pairId: "pair",
    generation: aGeneration({ status: "failed" }),
  });

  test("makes a new entry and keeps the failed one", async () => {
    await library.add([failed]);
    const result = await actions.retry("failed");
    expect(result).toEqual({ ok: true, ids: ["id-1"] });
    expect(library.get("failed")).toEqual(failed);
    expect(library.get("id-1")).toMatchObject({
      retryOf: "failed",
      pairId: "pair",
      externalTaskId: "id-1",
      request: { prompt: failed.request.prompt, external_task_id: "id-1" },
    });
  });

  test("keeps an id that the creator typed only where Kirin never took it", async () => {
    const typed = { externalTaskId: "mine", request: { ...request, external_task_id: "mine" } };
    const problem = aProblem("upstream-invalid-parameters", { outcome: "refused" });
    await library.add([
      anEntry({ id: "refused", phase: "refused", problem, ...typed }),
      { ...failed, ...typed, externalTaskId: "other" },
    ]);
    await actions.retry("refused");
    expect(create.mock.lastCall?.[0].external_task_id).toBe("mine");
    await actions.retry("failed");
    expect(create.mock.lastCall?.[0].external_task_id).toBe("id-2");
  });
});

test("watching stops and starts at the creator's word", async () => {
  await library.add([aWatchedEntry()]);
  await actions.stopWatching("entry-1");
  expect(disk.rows.get("entry-1")?.isWatched).toBe(false);
  await actions.watchAgain("entry-1");
  expect(disk.rows.get("entry-1")?.isWatched).toBe(true);
});
