import { expect, test, vi } from "vitest";
import { type Ranking, rankingId } from "#studio/domain/judging/judgement.ts";
import { MemoryJudgements } from "#studio/testing/memory-judgements.ts";
import { domFault } from "#studio/testing/memory-library.ts";
import { keepRanking } from "./ranking-store.ts";

const studio = vi.hoisted(() => ({ studioJudgements: {} as object }));
vi.mock("#studio/storage/judgements/studio-judgements.ts", () => studio);

const ID = rankingId("press");
const KEPT: Ranking = {
  kind: "ranking",
  id: ID,
  pairId: "press",
  groups: [["a"], ["b"]],
  matches: [{ leftId: "a", rightId: "b", chosenId: "a" }],
  at: "2026-11-01T12:00:00.000Z",
};

function open(kept: Ranking | null) {
  const disk = new MemoryJudgements();
  if (kept) disk.rows.set(ID, kept);
  const judgements = disk.open();
  studio.studioJudgements = judgements;
  const seen = () => (judgements.getState().byId.get(ID) as Ranking | undefined) ?? null;
  return { disk, judgements, seen };
}

test("replaces the visible ranking, repeatedly", async () => {
  const { disk, judgements, seen } = open(KEPT);
  await judgements.load();
  keepRanking("press", seen(), { groups: [["b"], ["a"]], matches: [] });
  keepRanking("press", seen(), { groups: [["b", "a"]], matches: [] });
  await judgements.tryAgain();
  expect(disk.rows.get(ID)).toMatchObject({ groups: [["b", "a"]], matches: [] });
});

test("saves the first ranking even before stored ones are loaded", async () => {
  const { disk, judgements, seen } = open(null);
  keepRanking("press", seen(), { groups: [["b"], ["a"]], matches: [] });
  keepRanking("press", seen(), { groups: [["a"], ["b"]], matches: [] });
  await judgements.tryAgain();
  expect(disk.rows.get(ID)).toMatchObject({ groups: [["a"], ["b"]] });
});

test("storage: a ranking is changed after loading the stored one failed → the stored ranking is kept and shown", async () => {
  const { disk, judgements, seen } = open(KEPT);
  disk.faults.opening = domFault("AbortError");
  await judgements.load();
  expect(seen()).toBeNull();
  disk.faults.opening = null;
  keepRanking("press", seen(), { groups: [["b"], ["a"]], matches: [] });
  keepRanking("press", seen(), { groups: [["b", "a"]], matches: [] });
  await judgements.tryAgain();
  expect(disk.rows.get(ID)).toEqual(KEPT);
  expect(seen()).toEqual(KEPT);
});
