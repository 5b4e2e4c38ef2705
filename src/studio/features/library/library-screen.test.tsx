import "#studio/app/tokens.css";
import { afterEach, expect, test, vi } from "vitest";
import { studioLibrary } from "#studio/storage/library/studio-library.ts";
import { recordAnnouncements } from "#studio/testing/announcements.tsx";
import { expectAccessible } from "#studio/testing/axe.ts";
import {
  aCompletedEntry,
  aCompletedGeneration,
  aGeneration,
  atSecond,
  aWatchedEntry,
} from "#studio/testing/fixtures.ts";
import { showLibrary } from "./testing/show-library.tsx";

vi.mock(import("#studio/storage/library/studio-library.ts"), async () => {
  const { MemoryDisk } = await import("#studio/testing/memory-library.ts");
  return { studioLibrary: new MemoryDisk().open() };
});

afterEach(() => document.documentElement.removeAttribute("data-theme"));

test("invites the creator to generate a clip if the library is empty", async () => {
  const screen = await showLibrary();
  await expect.element(screen.getByText("No clips yet")).toBeVisible();
  await expect.element(screen.getByRole("link", { name: "Create a clip" })).toBeVisible();
  await expectAccessible(screen.container);
});

test("lists all generations newest first with their settings and costs", async () => {
  const generation = (id: string) =>
    aCompletedGeneration({ id, clips: [], usage: { cost: "0.35", discount: 1 } });
  await studioLibrary.add([
    aCompletedEntry({
      id: "std",
      pairId: "pair",
      request: { prompt: "A fox in snow" },
      preparedAt: atSecond(1),
      generation: generation("std"),
    }),
    aWatchedEntry({
      id: "pro",
      pairId: "pair",
      request: { prompt: "A fox in snow", mode: "pro", sound: "on", aspect_ratio: "9:16" },
      preparedAt: atSecond(2),
    }),
    aCompletedEntry({
      id: "failed",
      request: { prompt: "A storm" },
      phase: "failed",
      preparedAt: atSecond(3),
      generation: aGeneration({ status: "failed" }),
    }),
  ]);
  const screen = await showLibrary();
  const cards = screen.getByRole("article");
  await expect.element(cards.nth(0)).toHaveTextContent(/Failed.*A storm.*Standard.*5 s.*16:9/);
  await expect.element(cards.nth(1)).toHaveTextContent(/Rendering.*Pro.*9:16.*Sound/);
  await expect.element(cards.nth(2)).toHaveTextContent(/A fox in snow.*\$0\.35/);
  await expect
    .element(cards.nth(0).getByRole("link").first())
    .toHaveAttribute("href", "/generations/failed");
  await expect
    .element(cards.nth(2).getByRole("link", { name: "Compare the pair: A fox in snow" }))
    .toHaveAttribute("href", "/compare?left=std&right=pro");
});

test("marks unseen results, in the link's accessible name too", async () => {
  await studioLibrary.update("std", (entry) => ({ ...entry, seenAt: atSecond(90) }));
  const screen = await showLibrary();
  await expect.element(screen.getByRole("link", { name: /^New.*A storm/ })).toBeVisible();
  expect(screen.getByText("New", { exact: true }).elements()).toHaveLength(1);
});

test("filters by status", async () => {
  const screen = await showLibrary();
  const announced = await recordAnnouncements();
  await screen.getByRole("radio", { name: "In progress" }).click();
  await announced("Clips shown: 1 of 3");
  await expect.element(screen.getByRole("heading", { level: 1 })).toHaveTextContent("1 of 3");
  await expect.element(screen.getByRole("article")).toHaveTextContent(/Rendering/);
  expect(screen.visited.at(-1)).toBe("/library?status=inProgress");
});

test("shows what the address says, and every setting in the list", async () => {
  const screen = await showLibrary("?status=inProgress&view=list");
  await expect.element(screen.getByRole("radio", { name: "List" })).toBeChecked();
  await expect
    .element(screen.getByRole("article"))
    .toHaveTextContent(/Rendering.*A fox in snow.*Pro.*5 s.*9:16.*Sound/);
  await expectAccessible(screen.container);
  await screen.getByRole("radio", { name: "Grid" }).click();
  await expect.poll(() => screen.visited.at(-1)).toBe("/library?status=inProgress");
});

test.each(["light", "dark"])("is accessible in the %s theme", async (theme) => {
  document.documentElement.dataset.theme = theme;
  const screen = await showLibrary();
  await expectAccessible(screen.container);
});

test("warns that the browser may clear the library unless storage is persistent", async () => {
  const persisted = vi.spyOn(navigator.storage, "persisted").mockResolvedValue(true);
  await studioLibrary.add([aCompletedEntry({ id: "precious" })]);
  const promised = await showLibrary();
  await expect.element(promised.getByRole("article").first()).toBeVisible();
  await expect.element(promised.getByText(/may clear it when the device/)).not.toBeInTheDocument();
  await promised.unmount();
  persisted.mockResolvedValue(false);
  const unsure = await showLibrary();
  await expect.element(unsure.getByText(/may clear it when the device/)).toBeVisible();
  persisted.mockRestore();
});
