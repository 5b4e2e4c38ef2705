import { HttpResponse, http } from "msw";
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import type { KirinRequest } from "#kirin/request.ts";
import type { LibraryEntry } from "#studio/domain/life/library-entry.ts";
import { studioLibrary } from "#studio/storage/library/studio-library.ts";
import { eventually } from "#studio/testing/eventually.ts";
import {
  aCompletedEntry,
  aCompletedGeneration,
  aFailedEntry,
  aGeneration,
  aHeldEntry,
  aProblem,
  atSecond,
  aWatchedEntry,
  LIVE_CONFIG,
} from "#studio/testing/fixtures.ts";
import { mockServer } from "#studio/testing/kirin-mock.ts";
import { startTranslating } from "#studio/testing/translate.ts";
import { App } from "./app.tsx";
import { createQueryClient } from "./query-client.ts";
import "./tokens.css";

vi.mock(import("#studio/storage/library/studio-library.ts"), async () => {
  const { MemoryDisk } = await import("#studio/testing/memory-library.ts");
  return { studioLibrary: new MemoryDisk().open() };
});
// Each test sets Kirin's responses.
vi.mock(import("#studio/features/generations/background/start-background-work.ts"), () => ({
  startBackgroundWork: () => () => {},
}));

const NO_CLIPS = aCompletedGeneration({ clips: [] });
const server = mockServer();
const START = location.href;
const faults = vi.fn();
let client = createQueryClient();

beforeEach(() => {
  client = createQueryClient();
  faults.mockReset();
  localStorage.clear();
  server.use(
    http.get("/api/config", () => HttpResponse.json(LIVE_CONFIG)),
    http.post<never, KirinRequest>("/api/quotes", async ({ request }) => {
      const { mode } = await request.json();
      const cost = mode === "pro" ? "0.42" : "0.21";
      return HttpResponse.json({ cost, currency: "USD", discount: null });
    }),
    http.post<never, KirinRequest>("/api/generations", async ({ request }) => {
      const externalTaskId = (await request.json()).external_task_id ?? null;
      return HttpResponse.json(aGeneration({ id: "made", externalTaskId }), { status: 201 });
    }),
    http.get("/api/generations/:id/clips/:index", () => new HttpResponse(null, { status: 404 })),
    http.get("/api/generations/:id", () => new HttpResponse(null, { status: 404 })),
  );
});

afterEach(async () => {
  await eventually(() => expect(client.isFetching()).toBe(0));
  history.replaceState(null, "", START);
});

/** Opens the studio at an address on a page that the browser translates. */
async function open(path: string) {
  history.replaceState(null, "", path);
  const screen = await render(<App queryClient={client} />, {
    createRootOptions: { onCaughtError: faults, onUncaughtError: faults },
  });
  await expect.element(page.getByRole("main")).toBeVisible();
  onTestFinished(startTranslating(document.body));
  return screen;
}

const box = (name: string) => page.getByRole("textbox", { name, exact: true });
const button = (name: string) => page.getByRole("button", { name, exact: true });
const stage = page.getByRole("region", { name: "Stage" });

async function become(entry: LibraryEntry): Promise<void> {
  await studioLibrary.update(entry.id, () => entry);
}

it.each(["/", "/library", "/compare", "/usage", "/nowhere", "/generations/unknown"])(
  "leaves %s and returns to it on a translated page",
  async (path) => {
    await open(path);
    for (const name of ["Usage", "Compare", "Library", "Create"]) {
      const link = page.getByRole("link", { name, exact: true });
      await link.click();
      await expect.element(link).toHaveAttribute("aria-current", "page");
    }
    history.back();
    await expect
      .element(page.getByRole("link", { name: "Library", exact: true }))
      .toHaveAttribute("aria-current", "page");
    expect(faults).not.toHaveBeenCalled();
  },
);

it("filters, picks and updates the library on a translated page", async () => {
  await studioLibrary.add([
    aWatchedEntry({ id: "running", preparedAt: atSecond(70), request: { prompt: "A whale" } }),
    aCompletedEntry({
      id: "done",
      preparedAt: atSecond(71),
      request: { prompt: "A heron" },
      generation: NO_CLIPS,
    }),
    aFailedEntry({ id: "failed", preparedAt: atSecond(72), request: { prompt: "A storm" } }),
  ]);
  await open("/library");
  const heading = page.getByRole("heading", { level: 1 });
  for (const [filter, count] of [
    ["Failed", 1],
    ["In progress", 1],
    ["All", 3],
  ] as const) {
    await page.getByRole("radio", { name: filter, exact: true }).click();
    await expect.element(heading).toHaveTextContent(String(count));
    await expect.poll(() => page.getByRole("article").elements().length).toBe(count);
  }
  await become(
    aCompletedEntry({ id: "running", request: { prompt: "A whale" }, generation: NO_CLIPS }),
  );
  await page.getByRole("checkbox", { name: /A heron/ }).click();
  await expect.element(page.getByText("1 selected")).toBeVisible();
  await page.getByRole("checkbox", { name: /A whale/ }).click();
  await expect.element(page.getByText("2 selected")).toBeVisible();
  await page.getByRole("button", { name: "Favourite", exact: true }).click();
  await page.getByRole("button", { name: "Move to trash" }).click();
  await expect.element(page.getByRole("link", { name: "Trash (2)" })).toBeVisible();
  await expect.element(heading).toHaveTextContent("1");
  expect(faults).not.toHaveBeenCalled();
});

it("composes, updates prices, submits, waits and shows the result on a translated page", async () => {
  const { unmount } = await open("/");
  await button("Generate").click();
  await expect.element(page.getByText("Write a prompt first", { exact: true })).toBeVisible();
  await box("Prompt").click();
  await userEvent.keyboard("A fox");
  await expect.element(page.getByText("5 / 2,500")).toBeVisible();
  await expect.element(button("Generate")).toHaveAccessibleDescription("Price $0.21");
  await page.getByRole("radio", { name: "Pro", exact: true }).click();
  await expect.element(button("Generate")).toHaveAccessibleDescription("Price $0.42");
  await button("Generate").click();
  await expect.poll(() => location.pathname).toMatch(/^\/generations\//);
  const id = location.pathname.replace("/generations/", "");
  await expect.element(stage).toBeVisible();
  for (const [status, upstreamStatus, shown] of [
    ["queued", "submitted", "In Kirin's queue"],
    ["running", "in_progress", "Rendering"],
  ] as const) {
    await become(aWatchedEntry({ id, generation: aGeneration({ status, upstreamStatus }) }));
    await expect.element(stage.getByText(shown, { exact: true })).toBeVisible();
  }
  await become(aWatchedEntry({ id, problem: aProblem("upstream-unreachable") }));
  await become(aWatchedEntry({ id, isWatched: false }));
  await become(aHeldEntry({ id }));
  await become(aFailedEntry({ id }));
  await expect.element(page.getByRole("region", { name: /^Failure/ })).toBeVisible();
  await become(aCompletedEntry({ id, clipsProblem: aProblem("clip-expired") }));
  await expect.element(page.getByRole("region", { name: "Player" })).toBeVisible();
  await become(aCompletedEntry({ id, clipsProblem: null }));
  await become(aCompletedEntry({ id, clipsKeptAt: atSecond(99) }));
  await expect.element(page.getByLabelText("Cost", { exact: true })).toBeVisible();
  await unmount();
  expect(faults).not.toHaveBeenCalled();
});
