import "#studio/app/tokens.css";
import { beforeEach, expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { studioClips } from "#studio/storage/clips/clip-store.ts";
import { studioLibrary } from "#studio/storage/library/studio-library.ts";
import { recordAnnouncements } from "#studio/testing/announcements.tsx";
import { expectAccessible } from "#studio/testing/axe.ts";
import {
  aCompletedEntry,
  aFailedEntry,
  atSecond,
  aWatchedEntry,
} from "#studio/testing/fixtures.ts";
import { Toaster } from "#studio/ui/overlays/toaster.tsx";
import { showLibrary } from "./testing/show-library.tsx";

const disk = vi.hoisted(() => ({ rows: new Map<string, unknown>() }));
vi.mock(import("#studio/storage/library/studio-library.ts"), async () => {
  const { MemoryDisk } = await import("#studio/testing/memory-library.ts");
  const memory = new MemoryDisk();
  disk.rows = memory.rows;
  return { studioLibrary: memory.open() };
});
// The clips of these entries do not exist.
vi.mock(import("#studio/storage/posters/use-poster.ts"), () => ({ usePoster: () => null }));

const NAMES = ["a", "b", "c", "d"];
let round = 0;
/** Ids of this test's entries, newest first. Each test has entries of its own. */
let ids: string[] = [];
const id = (name: string) => `${name}-${round}`;

beforeEach(async () => {
  round += 1;
  ids = NAMES.map(id);
  await studioLibrary.add([
    ...NAMES.map((name, index) =>
      aCompletedEntry({
        id: id(name),
        preparedAt: atSecond(100 - index),
        request: { prompt: `Clip ${name} of ${round}` },
      }),
    ),
    aFailedEntry({
      id: id("failed"),
      preparedAt: atSecond(50),
      request: { prompt: `Failed of ${round}` },
    }),
    aWatchedEntry({
      id: id("running"),
      preparedAt: atSecond(40),
      request: { prompt: `Running of ${round}` },
    }),
  ]);
});

const show = (search = "") => showLibrary(`?q=of+${round}${search}`);
const shown = () =>
  [...document.querySelectorAll<HTMLElement>("[data-tile]")].map(({ dataset }) => dataset.tile);
const tile = (name: string) =>
  [...document.querySelectorAll<HTMLElement>("[data-tile]")].find(
    ({ dataset }) => dataset.tile === id(name),
  );
const focusedId = () => document.activeElement?.closest<HTMLElement>("[data-tile]")?.dataset.tile;
const phaseOf = (name: string) => studioLibrary.get(id(name));

test("selects with check boxes, and compares two clips in the order of the selection", async () => {
  const screen = await show();
  const bar = screen.getByRole("region", { name: "Selection" });
  await screen.getByRole("checkbox", { name: /Clip c/ }).click();
  await expect.element(bar.getByRole("button", { name: "Compare" })).toBeDisabled();
  await screen.getByRole("checkbox", { name: /Clip a/ }).click();
  await expect.element(bar.getByText("2 selected")).toBeVisible();
  await expect
    .element(bar.getByRole("link", { name: "Compare" }))
    .toHaveAttribute("href", `/compare?left=${id("c")}&right=${id("a")}`);
  await expectAccessible(screen.container);
  await screen.getByRole("checkbox", { name: /Clip b/ }).click();
  await expect
    .element(bar.getByRole("link", { name: "Play in sync" }))
    .toHaveAttribute("href", `/compare/takes?clip=${id("c")}&clip=${id("a")}&clip=${id("b")}`);
  await screen.getByRole("checkbox", { name: /Failed/ }).click();
  await expect.element(bar.getByRole("button", { name: "Play in sync" })).toBeDisabled();
  await bar.getByRole("button", { name: "Clear selection" }).click();
  await expect.element(bar).not.toBeInTheDocument();
});

test("selects ranges with Shift, everything with Control+A, and nothing with Escape", async () => {
  const screen = await show();
  await screen.getByRole("checkbox", { name: /Clip a/ }).click();
  await userEvent.click(screen.getByRole("checkbox", { name: /Clip c/ }), { modifiers: ["Shift"] });
  await expect.element(screen.getByText("3 selected")).toBeVisible();
  await userEvent.keyboard("{Escape}");
  await expect.element(screen.getByRole("region", { name: "Selection" })).not.toBeInTheDocument();

  tile("a")?.focus();
  await userEvent.keyboard(" ");
  await expect.element(screen.getByText("1 selected")).toBeVisible();
  expect(focusedId()).toBe(id("a"));
  await userEvent.keyboard("{Shift>}{ArrowRight}{/Shift}");
  await expect.element(screen.getByText("2 selected")).toBeVisible();
  await userEvent.keyboard("{Control>}a{/Control}");
  await expect.element(screen.getByText("6 selected")).toBeVisible();
});

test("while clips are selected, a click selects instead of opening", async () => {
  const screen = await show();
  await screen.getByRole("checkbox", { name: /Clip a/ }).click();
  await screen.getByRole("link", { name: /Clip b/ }).click();
  await expect.element(screen.getByText("2 selected")).toBeVisible();
  await userEvent.keyboard("{Escape}");
  await screen.getByRole("link", { name: /Clip b/ }).click();
  expect(screen.visited.at(-1)).toBe(`/generations/${id("b")}`);
});

test("Delete moves a clip to the trash, the next one gets the focus, and it can be undone at once", async () => {
  const screen = await show();
  const toasts = await render(<Toaster closeLabel="Dismiss" />);
  const announced = await recordAnnouncements();
  await expect.poll(shown).toHaveLength(6);
  tile("b")?.focus();
  await userEvent.keyboard("{Delete}");
  await expect.poll(shown).not.toContain(id("b"));
  await expect.poll(focusedId).toBe(id("c"));
  expect(phaseOf("b")?.trashedAt).not.toBeNull();
  await expect.element(toasts.getByText("Moved 1 clip to the trash")).toBeVisible();
  await toasts.getByRole("button", { name: "Undo" }).click();
  await expect.poll(shown).toContain(id("b"));
  await announced("Restored 1 clip");
  expect(phaseOf("b")?.trashedAt).toBeNull();
  await screen.unmount();
});

test("deletes the selection from the bar, but not what is in progress", async () => {
  const screen = await show();
  const toasts = await render(<Toaster closeLabel="Dismiss" />);
  for (const name of [/Clip d/, /Failed/, /Running/])
    await screen.getByRole("checkbox", { name }).click();
  await screen.getByRole("button", { name: "Move to trash" }).click();
  await expect.poll(shown).toEqual([...ids.slice(0, 3), id("running")]);
  await expect.element(toasts.getByText(/1 clip can't be deleted while/)).toBeVisible();
  expect(phaseOf("running")?.trashedAt).toBeNull();
  await expect.poll(focusedId).toBe(id("running"));
});

test("Delete in the search field deletes text", async () => {
  const screen = await show();
  const search = screen.getByRole("textbox", { name: "Search" });
  await search.click();
  await userEvent.keyboard("{Home}{Delete}");
  await expect.element(search).toHaveValue(`f ${round}`);
  expect(ids.map((each) => studioLibrary.get(each)?.trashedAt)).toEqual(ids.map(() => null));
});

test("marks favourites, and shows only them", async () => {
  const screen = await show();
  await screen.getByRole("button", { name: /^Favourite: Clip c/ }).click();
  await expect
    .element(screen.getByRole("button", { name: /^Favourite: Clip c/ }))
    .toHaveAttribute("aria-pressed", "true");
  expect(phaseOf("c")?.favouriteAt).not.toBeNull();
  await screen.getByRole("checkbox", { name: /Clip a/ }).click();
  await screen.getByRole("region", { name: "Selection" }).getByText("Favourite").click();
  await expect.poll(() => phaseOf("a")?.favouriteAt).not.toBeNull();
  await screen.unmount();
  await show("&favourite=favourite");
  await expect.poll(shown).toEqual([id("a"), id("c")]);
});

test("the trash gives clips back, or deletes them for good after a question", async () => {
  const removed = vi.spyOn(studioClips, "remove");
  await studioLibrary.updateAll([id("a"), id("b")], (entry) => ({
    ...entry,
    trashedAt: new Date().toISOString(),
  }));
  const library = await show();
  await library.getByRole("link", { name: /^Trash \(/ }).click();
  expect(library.visited.at(-1)).toBe("/library?shelf=trash");
  await library.unmount();

  const screen = await show("&shelf=trash");
  await expect.poll(shown).toEqual([id("a"), id("b")]);
  await expect.element(screen.getByText(/deleted for good after 30 days/)).toBeVisible();
  await expectAccessible(screen.container);
  await screen.getByRole("checkbox", { name: /Clip b/ }).click();
  await screen.getByRole("button", { name: "Restore" }).click();
  await expect.poll(shown).toEqual([id("a")]);
  await screen.getByRole("checkbox", { name: /Clip a/ }).click();
  await screen.getByRole("button", { name: "Delete for good" }).click();
  const question = screen.getByRole("alertdialog", { name: "Delete 1 clip for good?" });
  await question.getByRole("button", { name: "Keep them" }).click();
  expect(phaseOf("a")?.erasedAt).toBeNull();
  await screen.getByRole("button", { name: "Delete for good" }).click();
  await question.getByRole("button", { name: "Delete for good" }).click();
  await expect.poll(() => phaseOf("a")?.erasedAt).not.toBeNull();
  expect(phaseOf("a")?.request.prompt).toBe("");
  expect(phaseOf("a")?.generation?.usage?.cost).toBe("0.35");
  expect(removed).toHaveBeenCalledWith(`/api/generations/kirin-${id("a")}/clips/0`);
});

test("what has been in the trash for 30 days is deleted for good when the library opens", async () => {
  const days = (count: number) => new Date(Date.now() - count * 24 * 60 * 60_000).toISOString();
  await studioLibrary.update(id("a"), (entry) => ({ ...entry, trashedAt: days(31) }));
  await studioLibrary.update(id("b"), (entry) => ({ ...entry, trashedAt: days(29) }));
  await show();
  await expect.poll(() => phaseOf("a")?.erasedAt).not.toBeNull();
  expect(phaseOf("b")?.erasedAt).toBeNull();
});
