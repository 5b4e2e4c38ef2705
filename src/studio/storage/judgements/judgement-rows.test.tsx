import { deleteDB, openDB } from "idb";
import { beforeEach, expect, test, vi } from "vitest";
import type { Judgement, Verdict } from "#studio/domain/judging/judgement.ts";
import {
  ENTRIES_STORE,
  JUDGEMENTS_STORE,
  PRESS_INDEX,
} from "#studio/storage/database/migrations.ts";
import { toStorageProblem } from "#studio/storage/database/storage-problem.ts";
import { tabChannel } from "#studio/storage/database/tab-channel.ts";
import { openIndexedDatabase } from "#studio/storage/library/indexed-database.ts";
import { eventually } from "#studio/testing/eventually.ts";
import { anEntry } from "#studio/testing/fixtures.ts";
import { aRemark, aVerdict } from "#studio/testing/judgement-fixtures.ts";
import { openJudgementRows } from "./judgement-rows.ts";
import { createJudgements } from "./judgements.ts";

let name: string;
let count = 0;
beforeEach(() => {
  count += 1;
  name = `judgements-${count}`;
  return () => deleteDB(name);
});

const open = () => openJudgementRows({ name, onLost: () => {} });

const judgements: Judgement[] = [
  aVerdict({
    isBlind: true,
    answers: { looks: { chosenId: "pro", at: "2026-11-22T12:00:00.000Z" } },
    reasons: ["The light"],
  }),
  aRemark({ rating: 3, checks: [{ kind: "line", text: "“come closer”", state: "met" }] }),
  {
    kind: "ranking",
    id: "ranking:pair",
    pairId: "pair",
    groups: [["a"], ["b", "c"]],
    matches: [{ leftId: "a", rightId: "b", chosenId: "a" }],
    at: "2026-11-22T12:00:00.000Z",
  },
];

test("reads judgements as they were written", async () => {
  const rows = await open();
  for (const judgement of judgements) await rows.change(judgement.id, () => judgement);
  expect(await rows.read()).toEqual([...judgements].sort((a, b) => (a.id < b.id ? -1 : 1)));
  expect(await rows.read(["ranking:pair", "none"])).toEqual([judgements[2]]);
});

test("writes with strict durability, and loses none of many simultaneous changes", async () => {
  const rows = await open();
  const transaction = vi.spyOn(IDBDatabase.prototype, "transaction");
  const verdict = aVerdict();
  await Promise.all(
    Array.from({ length: 20 }, () =>
      rows.change(verdict.id, (before) => {
        const { reasons } = (before as Verdict | undefined) ?? verdict;
        return { ...verdict, reasons: [...reasons, "x"] };
      }),
    ),
  );
  expect(transaction.mock.calls[0]?.[2]).toEqual({ durability: "strict" });
  expect(await rows.read()).toMatchObject([{ reasons: { length: 20 } }]);
});

test("storage: the row of a judgement is invalid → it is neither shown nor overwritten, and the others are shown", async () => {
  const rows = await open();
  await rows.change("remark:std", () => aRemark());
  const raw = await openDB(name);
  const row = { id: "remark:pro", kind: "remark", rating: "splendid" };
  await raw.put(JUDGEMENTS_STORE, row);
  expect(await rows.read()).toEqual([aRemark()]);
  const fault = await rows
    .change("remark:pro", () => aRemark({ entryId: "pro" }))
    .catch((reason: unknown) => reason);
  expect(toStorageProblem(fault).code).toBe("storage-newer");
  expect(await raw.get(JUDGEMENTS_STORE, "remark:pro")).toEqual(row);
  raw.close();
});

test("upgrade: the library is from before judgements → their store is added, and its rows stay unchanged", async () => {
  const entry = anEntry({ pressKey: "draft/1" });
  const older = await openDB(name, 2, {
    upgrade: (database) => {
      const store = database.createObjectStore(ENTRIES_STORE, { keyPath: "id" });
      store.createIndex(PRESS_INDEX, "pressKey", { unique: true });
    },
  });
  await older.put(ENTRIES_STORE, entry);
  older.close();
  await (await open()).change("remark:std", () => aRemark());
  const library = await openIndexedDatabase({ name, onLost: () => {} });
  expect(await library.readAll()).toEqual({ entries: [entry], unreadableCount: 0 });
  await expect(library.add([anEntry({ id: "b", pressKey: "draft/1" })])).resolves.toEqual([entry]);
});

test("shows a judgement in the other tabs", async () => {
  const tab = () => createJudgements({ openDatabase: open, channel: tabChannel(name) });
  const [here, there] = [tab(), tab()];
  await Promise.all([here.load(), there.load()]);
  await here.change("remark:std", () => aRemark({ rating: 5 }));
  await eventually(() =>
    expect(there.getState().byId.get("remark:std")).toEqual(aRemark({ rating: 5 })),
  );
});
