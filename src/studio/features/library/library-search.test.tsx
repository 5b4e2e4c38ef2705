import "#studio/app/tokens.css";
import { beforeAll, expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { studioLibrary } from "#studio/storage/library/studio-library.ts";
import { recordAnnouncements } from "#studio/testing/announcements.tsx";
import { expectAccessible } from "#studio/testing/axe.ts";
import { aCompletedEntry, atSecond } from "#studio/testing/fixtures.ts";
import { showLibrary } from "./testing/show-library.tsx";

vi.mock(import("#studio/storage/library/studio-library.ts"), async () => {
  const { MemoryDisk } = await import("#studio/testing/memory-library.ts");
  return { studioLibrary: new MemoryDisk().open() };
});
vi.mock(import("#studio/storage/judgements/studio-judgements.ts"), async () => {
  const { MemoryJudgements } = await import("#studio/testing/memory-judgements.ts");
  return { studioJudgements: new MemoryJudgements().open() };
});
// The clips of these entries do not exist.
vi.mock(import("#studio/storage/posters/use-poster.ts"), () => ({ usePoster: () => null }));

beforeAll(async () => {
  await studioLibrary.add([
    aCompletedEntry({ id: "cafe", request: { prompt: "Ein Café in Łódź" } }),
    aCompletedEntry({
      id: "sea",
      preparedAt: atSecond(1),
      request: { prompt: "夕暮れの海辺を走る少女", mode: "pro", sound: "on" },
    }),
    aCompletedEntry({
      id: "fox",
      preparedAt: atSecond(2),
      request: { prompt: "A fox", mode: "pro" },
    }),
  ]);
});

const shown = () =>
  [...document.querySelectorAll<HTMLElement>("[data-tile]")].map(({ dataset }) => dataset.tile);

test("finds clips while the creator types, in any script, and says how many", async () => {
  const screen = await showLibrary();
  const announced = await recordAnnouncements();
  const search = screen.getByRole("textbox", { name: "Search" });
  await search.fill("LODZ cafe");
  await expect.poll(shown).toEqual(["cafe"]);
  await announced("Clips shown: 1 of 3");
  await search.fill("海辺");
  await expect.poll(shown).toEqual(["sea"]);
  await expect.element(screen.getByRole("heading", { level: 1 })).toHaveTextContent("1 of 3");
  await userEvent.keyboard("{Escape}");
  await expect.poll(shown).toEqual(["fox", "sea", "cafe"]);
  await expect.element(search).toHaveValue("");
});

test("writes the search to the address after a pause, and does not lose what is typed meanwhile", async () => {
  const screen = await showLibrary();
  const search = screen.getByRole("textbox", { name: "Search" });
  await search.click();
  await userEvent.keyboard("fo");
  await expect.poll(() => screen.visited.at(-1)).toBe("/library?q=fo");
  await userEvent.keyboard("x");
  await expect.element(search).toHaveValue("fox");
  await expect.poll(() => screen.visited.at(-1)).toBe("/library?q=fox");
  await screen.getByRole("button", { name: "Clear search" }).click();
  await expect.element(search).toHaveFocus();
  await expect.poll(() => screen.visited.at(-1)).toBe("/library");
});

test("combines filters from the address, shows how many are set, and clears them", async () => {
  const screen = await showLibrary("?mode=pro&sound=on");
  await expect.poll(shown).toEqual(["sea"]);
  await screen.getByRole("button", { name: "Filters (2)" }).click();
  await expect.element(screen.getByRole("combobox", { name: "Mode" })).toHaveValue("pro");
  await expectAccessible(screen.container);
  await screen.getByRole("combobox", { name: "Sound" }).selectOptions("Without sound");
  await expect.poll(shown).toEqual(["fox"]);
  expect(screen.visited.at(-1)).toBe("/library?mode=pro&sound=off");
  await screen.getByRole("button", { name: "Clear filters" }).click();
  await expect.poll(shown).toEqual(["fox", "sea", "cafe"]);
});

test("sorts, without headings of days unless it is by date", async () => {
  const screen = await showLibrary();
  const sort = screen.getByRole("combobox", { name: "Sort" });
  await sort.selectOptions("Oldest first");
  await expect.poll(shown).toEqual(["cafe", "sea", "fox"]);
  await expect.element(screen.getByRole("heading", { level: 2 })).toBeVisible();
  await sort.selectOptions("Highest cost");
  await expect.element(screen.getByRole("heading", { level: 2 })).not.toBeInTheDocument();
  expect(screen.visited.at(-1)).toBe("/library?sort=highestCost");
});

test("says how to find more if nothing matches, and removes one filter at a time", async () => {
  const screen = await showLibrary("?q=fox&sound=on&mode=pro&from=2026-11-01");
  await expect.element(screen.getByText(/contains “fox” and matches 3 filters/)).toBeVisible();
  await expectAccessible(screen.container);
  await screen.getByRole("button", { name: "Remove Sound: With sound" }).click();
  await expect.poll(shown).toEqual(["fox"]);
  await screen.getByRole("textbox", { name: "Search" }).fill("nothing like it");
  await expect.poll(shown).toEqual([]);
  await screen.getByRole("button", { name: "Clear search" }).last().click();
  await expect.poll(shown).toEqual(["fox", "sea"]);
  await screen.getByRole("textbox", { name: "Search" }).fill("nobody");
  await screen.getByRole("button", { name: "Show all" }).click();
  await expect.poll(shown).toEqual(["fox", "sea", "cafe"]);
});
