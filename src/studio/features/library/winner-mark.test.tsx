import { expect, test, vi } from "vitest";
import { render } from "vitest-browser-react";
import type { Verdict } from "#studio/domain/judging/judgement.ts";
import { studioJudgements } from "#studio/storage/judgements/studio-judgements.ts";
import { studioLibrary } from "#studio/storage/library/studio-library.ts";
import { aCompletedEntry, NOON } from "#studio/testing/fixtures.ts";
import { aVerdict } from "#studio/testing/judgement-fixtures.ts";
import { WinnerMark } from "./winner-mark.tsx";

vi.mock(import("#studio/storage/judgements/studio-judgements.ts"), async () => {
  const { MemoryJudgements } = await import("#studio/testing/memory-judgements.ts");
  return { studioJudgements: new MemoryJudgements().open() };
});

vi.mock(import("#studio/storage/library/studio-library.ts"), async () => {
  const { MemoryDisk } = await import("#studio/testing/memory-library.ts");
  return { studioLibrary: new MemoryDisk().open() };
});

const std = aCompletedEntry({ id: "std", pairId: "pair", request: { prompt: "Sea" } });
const pro = aCompletedEntry({ id: "pro", pairId: "pair", request: { prompt: "Sea", mode: "pro" } });
const lake = aCompletedEntry({ id: "lake", request: { prompt: "A lake" } });
const entries = [std, pro, lake];

const choose = (verdict: Verdict) => studioJudgements.change(verdict.id, () => verdict);
const marks = async () => {
  await studioLibrary.add(entries);
  const screen = await render(
    entries.map((entry) => <WinnerMark key={entry.id} entry={entry} siblings={[std, pro]} />),
  );
  return () => screen.container.textContent;
};

test("the winner's mark names the other clip, for a blind verdict only after the reveal", async () => {
  const text = await marks();
  expect(text()).toBe("");
  const blind = aVerdict({
    isBlind: true,
    answers: { looks: { chosenId: "pro", at: NOON }, follows: { chosenId: null, at: NOON } },
  });
  await choose(blind);
  expect(text()).toBe("");
  await choose({ ...blind, revealedAt: NOON });
  await expect.poll(text).toBe("Chosen over Standard");
  const open = { better: { chosenId: "pro", at: NOON } };
  await choose(aVerdict({ leftId: "lake", rightId: "pro", answers: open }));
  await expect.poll(text).toBe("Chosen over 2 others");
  await choose(aVerdict({ answers: { better: { chosenId: "std", at: NOON } } }));
  await expect.poll(text).toBe("Chosen over ProChosen over “\u2068A lake\u2069”");
});
