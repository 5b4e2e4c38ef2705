import "#studio/app/tokens.css";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { studioLibrary } from "#studio/storage/library/studio-library.ts";
import { expectAccessible } from "#studio/testing/axe.ts";
import { aCompletedEntry, atSecond, NOON } from "#studio/testing/fixtures.ts";
import { aLibrary } from "#studio/testing/libraries/a-library.ts";
import { showLibrary } from "../testing/show-library.tsx";

vi.mock(import("#studio/storage/library/studio-library.ts"), async () => {
  const { MemoryDisk } = await import("#studio/testing/memory-library.ts");
  return { studioLibrary: new MemoryDisk().open() };
});
// The clips of these entries do not exist.
vi.mock(import("#studio/storage/posters/use-poster.ts"), () => ({ usePoster: () => null }));

const COUNT = 5000;
const entries = aLibrary({ seed: 3, count: COUNT, newestAt: NOON });
beforeAll(async () => {
  await studioLibrary.add(entries);
});
afterEach(() => window.scrollTo(0, 0));

const tiles = () => [...document.querySelectorAll<HTMLElement>("[data-tile]")];
const tile = (id: string | undefined) => tiles().find(({ dataset }) => dataset.tile === id);
const focusedId = () => document.activeElement?.closest<HTMLElement>("[data-tile]")?.dataset.tile;
/** The first clip that is fully in view, and its position. */
const firstInView = () => {
  const first = tiles().find((one) => one.getBoundingClientRect().top >= 100);
  return first && { id: first.dataset.tile, top: Math.round(first.getBoundingClientRect().top) };
};
/** Scrolls to a height and waits until the rows there are shown. */
async function scrollTo(top: number) {
  window.scrollTo(0, top);
  await expect.poll(() => firstInView()?.top).toBeLessThan(window.innerHeight);
}

test("has only the rows in view in the document, in the grid and in the list", async () => {
  for (const search of ["", "?view=list"]) {
    const screen = await showLibrary(search);
    await expect.element(screen.getByRole("article").first()).toBeVisible();
    for (const top of [0, 30_000, document.documentElement.scrollHeight]) {
      await scrollTo(top);
      expect(document.querySelectorAll("*").length).toBeLessThan(2000);
    }
    const last = () => tile(entries.at(-1)?.id)?.getBoundingClientRect().bottom;
    await expect.poll(last).toBeLessThanOrEqual(window.innerHeight);
    await screen.unmount();
  }
});

test("tells screen readers how many rows there are and which of them are shown", async () => {
  const screen = await showLibrary();
  const grid = screen.getByRole("grid", { name: "Clips" });
  await expect.element(screen.getByRole("article").first()).toBeVisible();
  await scrollTo(0);
  await expect.element(grid.getByRole("rowheader").first()).toHaveTextContent("Sunday");
  await scrollTo(30_000);
  const rows = grid.getByRole("row").elements();
  const indexes = rows.map((row) => Number(row.getAttribute("aria-rowindex")));
  // One is that of the tab stop, which stays. The others follow each other.
  const gaps = indexes.slice(1).filter((index, at) => index !== (indexes[at] ?? 0) + 1);
  expect(gaps).toHaveLength(1);
  expect(Number(grid.element().getAttribute("aria-rowcount"))).toBeGreaterThan(1000);
  await expectAccessible(screen.container);
});

test("is one tab stop, and the arrow keys lead through all clips", async () => {
  const screen = await showLibrary();
  await expect.element(screen.getByRole("article").first()).toBeVisible();
  expect(tiles().filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
  tile(entries[0]?.id)?.focus();
  await userEvent.keyboard("{ArrowRight}");
  await expect.poll(focusedId).toBe(entries[1]?.id);
  await userEvent.keyboard("{Control>}{End}{/Control}");
  await expect.poll(focusedId).toBe(entries.at(-1)?.id);
  await expect
    .poll(() => tile(entries.at(-1)?.id)?.getBoundingClientRect().bottom)
    .toBeLessThan(800);
  await userEvent.keyboard("{ArrowUp}{ArrowUp}{ArrowUp}{Control>}{Home}{/Control}");
  await expect.poll(focusedId).toBe(entries[0]?.id);
});

test("keeps the focus on a clip that is scrolled out of view", async () => {
  const screen = await showLibrary();
  await expect.element(screen.getByRole("article").first()).toBeVisible();
  tile(entries[2]?.id)?.focus();
  await scrollTo(40_000);
  expect(focusedId()).toBe(entries[2]?.id);
  await userEvent.keyboard("{ArrowRight}");
  await expect.poll(focusedId).toBe(entries[3]?.id);
  await expect.poll(() => window.scrollY).toBeLessThan(500);
});

test("keeps the focus on a clip that moves to another row", async () => {
  const screen = await showLibrary();
  await expect.element(screen.getByRole("article").first()).toBeVisible();
  await scrollTo(0);
  tile(entries[2]?.id)?.focus();
  const row = () => tile(entries[2]?.id)?.closest("[role=row]")?.getAttribute("aria-rowindex");
  const before = row();
  const added = Array.from({ length: 12 }, (_, index) =>
    aCompletedEntry({ id: `above-${index}`, preparedAt: atSecond(index + 1) }),
  );
  await studioLibrary.add(added);
  await expect.poll(row).not.toBe(before);
  expect(focusedId()).toBe(entries[2]?.id);
});

test("comes back to the same place and the same focus", async () => {
  const before = await showLibrary();
  await expect.element(before.getByRole("article").first()).toBeVisible();
  await scrollTo(25_000);
  const place = firstInView();
  tile(place?.id)?.focus({ preventScroll: true });
  await before.unmount();
  window.scrollTo(0, 0);

  const after = await showLibrary();
  await expect.poll(firstInView).toEqual(place);
  expect(focusedId()).toBe(place?.id);
  await after.unmount();

  const other = await showLibrary("?status=ready");
  await expect.element(other.getByRole("article").first()).toBeVisible();
  expect(window.scrollY).toBe(0);
});

test("keeps the clips in view when another clip is added and when the window gets narrower", async () => {
  const screen = await showLibrary("?status=all");
  await expect.element(screen.getByRole("article").first()).toBeVisible();
  await scrollTo(20_000);
  const place = firstInView();
  await studioLibrary.add([aCompletedEntry({ id: "new", preparedAt: "2026-12-01T12:00:00.000Z" })]);
  await expect.element(screen.getByRole("heading", { level: 1 })).toHaveTextContent("5,013");
  await expect.poll(firstInView).toEqual(place);
  await page.viewport(700, 800);
  const isInView = () => {
    const { top = -1 } = tile(place?.id)?.getBoundingClientRect() ?? {};
    return top > -300 && top < 800;
  };
  await expect.poll(isInView).toBe(true);
  await page.viewport(1280, 800);
});
